# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
target_sources(salon_gui PRIVATE
  nearby/found_server.cpp nearby/found_server.h
  nearby/found_servers.cpp nearby/found_servers.h
  nearby/found_servers_delegate.cpp nearby/found_servers_delegate.h
  nearby/server_finder.cpp nearby/server_finder.h)
