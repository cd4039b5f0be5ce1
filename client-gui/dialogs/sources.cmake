# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
target_sources(salon_gui PRIVATE
  dialogs/browse_rooms_dialog.cpp dialogs/browse_rooms_dialog.h
  dialogs/create_room_dialog.cpp dialogs/create_room_dialog.h
  dialogs/device_list.cpp dialogs/device_list.h
  dialogs/dialogs.cpp dialogs/dialogs.h
  dialogs/edit_profile_dialog.cpp dialogs/edit_profile_dialog.h
  dialogs/fingerprint_text.cpp dialogs/fingerprint_text.h
  dialogs/first_run_page.cpp dialogs/first_run_page.h
  dialogs/flow_layout.cpp dialogs/flow_layout.h
  dialogs/form_field.cpp dialogs/form_field.h
  dialogs/help_dialogs.cpp dialogs/help_dialogs.h
  dialogs/invite_to_server_dialog.cpp dialogs/invite_to_server_dialog.h
  dialogs/join_attempt.cpp dialogs/join_attempt.h
  dialogs/join_dialog.cpp dialogs/join_dialog.h
  dialogs/join_form.cpp dialogs/join_form.h
  dialogs/outbox_delegate.cpp dialogs/outbox_delegate.h
  dialogs/outbox_dialog.cpp dialogs/outbox_dialog.h
  dialogs/password_edit.cpp dialogs/password_edit.h
  dialogs/people_dialogs.cpp dialogs/people_dialogs.h
  dialogs/people_picker.cpp dialogs/people_picker.h
  dialogs/pick_model.cpp dialogs/pick_model.h
  dialogs/public_room_delegate.cpp dialogs/public_room_delegate.h
  dialogs/question_dialog.cpp dialogs/question_dialog.h
  dialogs/room_properties_dialog.cpp dialogs/room_properties_dialog.h
  dialogs/salon_dialog.cpp dialogs/salon_dialog.h
  dialogs/server_key_dialog.cpp dialogs/server_key_dialog.h)
