; SPDX-FileCopyrightText: 2026 The Salon developers
; SPDX-License-Identifier: Apache-2.0
;
; The server as a service: its account, its folder, the firewall.

; Of the account NT SERVICE\SalonServer: Windows makes it out of the name (SHA-1 of SALONSERVER in UTF-16)
!define SERVICE_SID "S-1-5-80-2078968139-1998977068-1851035697-2358150620-206927800"

; An account of its own that Windows makes with the service. $problem: the error, 0 is none.
Function makeService
  Push $0
  Push $1
  Push $2
  StrCpy $problem 0
  StrCpy $2 '"$INSTDIR\salon-server.exe" --service'
  System::Call 'advapi32::OpenSCManagerW(p 0, p 0, i 3) p .r0 ?e'
  Pop $problem
  ${If} $0 P<> 0
    System::Call 'advapi32::OpenServiceW(p r0, w "${SERVICE}", i 0xF01FF) p .r1'
    ${If} $1 P= 0
      System::Call 'advapi32::CreateServiceW(p r0, w "${SERVICE}", w "$(service_name)", i 0xF01FF, i 0x10, i 2, i 1, w r2, p 0, p 0, p 0, w "NT SERVICE\${SERVICE}", p 0) p .r1 ?e'
      Pop $problem
      ${If} $1 P<> 0
        StrCpy $problem 0
      ${EndIf}
    ${Else} ; an upgrade, perhaps to another folder; whether it starts with Windows stays as the administrator wants it
      System::Call 'advapi32::ChangeServiceConfigW(p r1, i 0x10, i -1, i 1, w r2, p 0, p 0, p 0, p 0, p 0, w "$(service_name)") i .r2 ?e'
      Pop $problem
      ${If} $2 <> 0
        StrCpy $problem 0
      ${EndIf}
    ${EndIf}
    ${If} $1 P<> 0
      ; SERVICE_CONFIG_PRESHUTDOWN_INFO: at the end of Windows it may take these milliseconds; ten seconds is its own limit
      System::Call '*(i 20000) p .r2'
      System::Call 'advapi32::ChangeServiceConfig2W(p r1, i 7, p r2)'
      System::Free $2
      System::Call 'advapi32::CloseServiceHandle(p r1)'
    ${EndIf}
    System::Call 'advapi32::CloseServiceHandle(p r0)'
  ${EndIf}
  Pop $2
  Pop $1
  Pop $0
FunctionEnd

; Where the server's data is: for the system, administrators and the service. $problem: the error, 0 is none.
Function prepareData
  Push $0
  Push $1
  Push $2
  StrCpy $problem 0
  ${If} $serviceWas == ""
  ${OrIfNot} ${FileExists} "$data\*.*"
    ; At once and whole, whoever made the folder: owner and rights, nothing inherited
    CreateDirectory $data
    System::Call 'advapi32::ConvertStringSecurityDescriptorToSecurityDescriptorW(w "O:BAD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FA;;;${SERVICE_SID})", i 1, *p .r1, p 0) i .r0 ?e'
    Pop $problem
    ${If} $0 <> 0
      System::Call 'advapi32::SetFileSecurityW(w "$data", i 5, p r1) i .r0 ?e' ; owner and rights
      Pop $problem
      System::Call 'kernel32::LocalFree(p r1)'
      ${If} $0 <> 0
        StrCpy $problem 0
      ${EndIf}
    ${EndIf}
    ${If} $problem <> 0
      Goto prepared
    ${EndIf}
    ; What lies there already gets the same. A link is treated as itself, not as what it points to.
    ${DirState} $data $0
    ${If} $0 = 1
      !insertmacro Run `"$SYSDIR\icacls.exe" "$data\*" /setowner *S-1-5-32-544 /T /C /L /Q`
      !insertmacro Run `"$SYSDIR\icacls.exe" "$data\*" /reset /T /C /L /Q`
    ${EndIf}
  ${Else} ; whom the administrator let in besides stays
    !insertmacro Run `"$SYSDIR\icacls.exe" "$data" /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F *${SERVICE_SID}:(OI)(CI)F /Q`
  ${EndIf}
  StrCpy $problem 0
  ${IfNot} ${FileExists} "$data\salon-server.toml"
    ClearErrors
    FileOpen $0 "$data\salon-server.toml" w
    ${IfNot} ${Errors}
      ${If} $LANGUAGE = ${LANG_FRENCH}
        FileWrite $0 'language = "fr"$\r$\n'
      ${Else}
        FileWrite $0 'language = "en"$\r$\n'
      ${EndIf}
      FileClose $0
    ${EndIf}
    ClearErrors
  ${EndIf}
prepared:
  Pop $2
  Pop $1
  Pop $0
FunctionEnd

!macro AddFirewallRule protocol
  !insertmacro Run `"$SYSDIR\netsh.exe" advfirewall firewall add rule name="${FIREWALL_RULE}" dir=in action=allow program="$INSTDIR\salon-server.exe" protocol=${protocol} localport=7256`
!macroend

; An upgrade only tells the rule where the program is: whether it is on, for which port and for whom stays as it is.
Function openFirewall
  ${If} $serviceWas != ""
    !insertmacro Run `"$SYSDIR\netsh.exe" advfirewall firewall set rule name="${FIREWALL_RULE}" new program="$INSTDIR\salon-server.exe"`
  ${Else}
    nsExec::ExecToStack `"$SYSDIR\netsh.exe" advfirewall firewall delete rule name="${FIREWALL_RULE}"` ; perhaps there is none
    Pop $0
    Pop $0
    !insertmacro AddFirewallRule TCP
    !insertmacro AddFirewallRule UDP
  ${EndIf}
FunctionEnd

; Everything, after the files are in place. A server that does not start is no reason to take the programs away again:
; the exit code and the log say it.
Function setUpServer
  ${Say} "$(doing_service)"
  Call makeService
  ${If} $problem <> 0
    ${Say} "$(service_refused)"
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(service_refused)" /SD IDOK
    StrCpy $exitCode ${EXIT_SERVICE}
    Return
  ${EndIf}
  !insertmacro Run `"$SYSDIR\sc.exe" description ${SERVICE} "$(service_description)"`
  ${If} $serviceWas == "" ; later it is the administrator's
    ; Again after 5 seconds, a minute, five minutes; also when it ends by itself with an error
    !insertmacro Run `"$SYSDIR\sc.exe" failure ${SERVICE} reset= 86400 actions= restart/5000/restart/60000/restart/300000`
    !insertmacro Run `"$SYSDIR\sc.exe" failureflag ${SERVICE} 1`
    ; Of the rights that Windows gives every service it needs only this one: none to act for others
    !insertmacro Run `"$SYSDIR\sc.exe" privs ${SERVICE} SeChangeNotifyPrivilege`
  ${EndIf}
  Call prepareData
  ${If} $problem <> 0
    ${Say} "$(rights_refused)"
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(rights_refused)" /SD IDOK
    StrCpy $exitCode ${EXIT_SERVICE}
    Return
  ${EndIf}
  Call openFirewall
  ${If} $serviceWas != "stopped" ; who stopped it before an upgrade wants it so
    Call startService
    Pop $0
    ${If} $0 != "yes"
      ${Say} "$(service_idle)"
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(service_idle)" /SD IDOK
      StrCpy $exitCode ${EXIT_SERVICE}
      Return
    ${EndIf}
    ${Say} "$(where_link)"
  ${EndIf}
FunctionEnd

; → "yes" when it runs in the end; waits three minutes at most while it starts
Function startService
  Push $0
  Push $1
  Push $2
  Push $3
  Push $4
  Push $5
  StrCpy $5 "no"
  System::Call 'advapi32::OpenSCManagerW(p 0, p 0, i 1) p .r0'
  System::Call 'advapi32::OpenServiceW(p r0, w "${SERVICE}", i 0x14) p .r1'
  ${If} $1 P<> 0
    System::Call '*(&i28) p .r2'
    System::Call 'advapi32::StartServiceW(p r1, i 0, p 0) i .r3'
    ${For} $4 1 1800
      System::Call 'advapi32::QueryServiceStatus(p r1, p r2) i .r3'
      ${If} $3 = 0
        ${Break}
      ${EndIf}
      System::Call '*$2(i, i .r3)'
      ${If} $3 = 4 ; SERVICE_RUNNING
        StrCpy $5 "yes"
        ${Break}
      ${EndIf}
      ${If} $3 <> 2 ; SERVICE_START_PENDING
        ${Break}
      ${EndIf}
      Sleep 100
    ${Next}
    System::Free $2
    System::Call 'advapi32::CloseServiceHandle(p r1)'
  ${EndIf}
  System::Call 'advapi32::CloseServiceHandle(p r0)'
  StrCpy $0 $5
  Pop $5
  Pop $4
  Pop $3
  Pop $2
  Pop $1
  Exch $0
FunctionEnd
