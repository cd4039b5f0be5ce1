; SPDX-FileCopyrightText: 2026 The Salon developers
; SPDX-License-Identifier: Apache-2.0
;
; Stopping and deleting the service; part of CommonFunctions (common.nsh).

; $serviceWas: "running" when it ran and was stopped here, "stopped", or "" when there is none. Waits until it has ended,
; 20 seconds at most.
Function ${UN}stopService
  Push $0
  Push $1
  Push $2
  Push $3
  Push $4
  StrCpy $serviceWas ""
  System::Call 'advapi32::OpenSCManagerW(p 0, p 0, i 1) p .r0'
  System::Call 'advapi32::OpenServiceW(p r0, w "${SERVICE}", i 0x24) p .r1'
  ${If} $1 P<> 0
    StrCpy $serviceWas "stopped"
    System::Call '*(&i28) p .r2'
    ${For} $4 1 200
      System::Call 'advapi32::QueryServiceStatus(p r1, p r2) i .r3'
      ${If} $3 = 0
        ${Break}
      ${EndIf}
      System::Call '*$2(i, i .r3)'
      ${If} $3 = 1 ; SERVICE_STOPPED
        ${Break}
      ${EndIf}
      StrCpy $serviceWas "running"
      ${If} $3 <> 3 ; not yet SERVICE_STOP_PENDING: it takes the order once it runs
        System::Call 'advapi32::ControlService(p r1, i 1, p r2)'
      ${EndIf}
      Sleep 100
    ${Next}
    System::Free $2
    System::Call 'advapi32::CloseServiceHandle(p r1)'
  ${EndIf}
  System::Call 'advapi32::CloseServiceHandle(p r0)'
  Pop $4
  Pop $3
  Pop $2
  Pop $1
  Pop $0
FunctionEnd

Function ${UN}deleteService
  Push $0
  Push $1
  System::Call 'advapi32::OpenSCManagerW(p 0, p 0, i 1) p .r0'
  System::Call 'advapi32::OpenServiceW(p r0, w "${SERVICE}", i 0x10000) p .r1'
  ${If} $1 P<> 0
    System::Call 'advapi32::DeleteService(p r1)'
    System::Call 'advapi32::CloseServiceHandle(p r1)'
  ${EndIf}
  System::Call 'advapi32::CloseServiceHandle(p r0)'
  Pop $1
  Pop $0
FunctionEnd
