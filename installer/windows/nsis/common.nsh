; SPDX-FileCopyrightText: 2026 The Salon developers
; SPDX-License-Identifier: Apache-2.0
;
; What installer and uninstaller share; each function is made twice, as NSIS wants it (prefix "" and "un.").

Var mode      ; "user" or "all"
Var params    ; the command line without the program
Var log       ; file for everything that is said
Var problem   ; for texts
Var busy      ; for texts: a program that runs, or a file
Var data      ; folder of the server's data
Var waitMs    ; how long to wait for running programs, silently
Var exitCode
Var serviceWas ; service.nsh
Var leavesServer ; "yes": the server may run on while the new files are unpacked; it is stopped for the swap

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Salon"
!define RUN_KEY "Software\Microsoft\Windows\CurrentVersion\Run"
!define LINK_KEY "Software\Classes\salon"
!define SERVICE "SalonServer"
!define FIREWALL_RULE "Salon server"

; Exit codes (README.md): part of the interface.
!define EXIT_OLDER 3
!define EXIT_RUNNING 4
!define EXIT_WRITE 5
!define EXIT_ADMIN 6
!define EXIT_OPTION 7
!define EXIT_SERVICE 8

!macro Say text
  Push `${text}`
  Call ${UN}say
!macroend
!define Say "!insertmacro Say"

; Says why, sets the exit code and leaves the function or section that it stands in.
!macro Fail code text
  StrCpy $exitCode ${code}
  Push `${text}`
  Call ${UN}fail
!macroend
!define Fail "!insertmacro Fail"

; command → $0: its exit code. One that is not 0 is put down in the log.
!macro Run command
  StrCpy $busy `${command}`
  Call run
!macroend

!macro CommonFunctions UN_PREFIX
!define UN "${UN_PREFIX}"

; text →: into the details and the log
Function ${UN}say
  Exch $0
  Push $1
  DetailPrint $0
  ${If} $log != ""
    ClearErrors
    FileOpen $1 $log a
    ${IfNot} ${Errors}
      FileSeek $1 0 END
      FileWriteUTF16LE /BOM $1 "$0$\r$\n"
      FileClose $1
    ${EndIf}
    ClearErrors
  ${EndIf}
  Pop $1
  Pop $0
FunctionEnd

; text →: the end with $exitCode; undoes what was begun
Function ${UN}fail
  Exch $0
  Push $0
  Call ${UN}say
  Call ${UN}undo
  MessageBox MB_OK|MB_ICONSTOP $0 /SD IDOK
  SetErrorLevel $exitCode
  Pop $0
  Abort
FunctionEnd

; $params, $log, $waitMs and the language from the command line
Function ${UN}readOptions
  ${GetParameters} $params
!if "${UN}" == ""
  StrCpy $log "$TEMP\salon-setup.log"
!else
  StrCpy $log ""
!endif
  ClearErrors
  ${GetOptions} $params "/LOG=" $0
  ${IfNot} ${Errors}
    GetFullPathName $1 $0
    StrCpy $log $0
    ${If} $1 != ""
      StrCpy $log $1
    ${EndIf}
  ${EndIf}
  StrCpy $waitMs 30000
  ClearErrors
  ${GetOptions} $params "/WAIT=" $0
  ${IfNot} ${Errors}
    IntOp $waitMs $0 * 1000
  ${EndIf}
  ClearErrors
  ${GetOptions} $params "/LANG=" $0
  ${IfNot} ${Errors}
    ${If} $0 == "fr"
      StrCpy $LANGUAGE ${LANG_FRENCH}
    ${ElseIf} $0 == "en"
      StrCpy $LANGUAGE ${LANG_ENGLISH}
    ${Else}
      StrCpy $problem "/LANG=$0"
      ${Fail} ${EXIT_OPTION} "$(bad_option)"
    ${EndIf}
  ${EndIf}
  ClearErrors
FunctionEnd

; Everything below ${UNINSTALL_KEY} and the folders of the shell follow $mode from here on.
Function ${UN}useMode
  SetShellVarContext all
  StrCpy $data "$APPDATA\Salon" ; C:\ProgramData\Salon
  ${If} $mode == "user"
    SetShellVarContext current
  ${EndIf}
FunctionEnd

; $INSTDIR without the short names of DOS (C:\PROGRA~1), as far as it is there: one folder, one name
Function ${UN}useLongName
  Push $0
  Push $1
  System::Call 'kernel32::GetLongPathNameW(w "$INSTDIR", w .r0, i ${NSIS_MAX_STRLEN}) i .r1'
  ${If} $1 > 0
  ${AndIf} $1 < ${NSIS_MAX_STRLEN}
    StrCpy $INSTDIR $0
  ${EndIf}
  Pop $1
  Pop $0
FunctionEnd

; → "yes" or "no"
Function ${UN}isAdmin
  Push $0
  UserInfo::GetAccountType
  Pop $0
  ${If} $0 == "Admin"
    StrCpy $0 "yes"
  ${Else}
    StrCpy $0 "no"
  ${EndIf}
  Exch $0
FunctionEnd

; program, arguments →: starts it with administrator rights, waits, and ends with its exit code. Comes back when Windows,
; or the person, refuses.
Function ${UN}elevate
  Exch $1
  Exch
  Exch $0
  Push $2
  Push $3
  HideWindow
  System::Call '*(i 112, i 0x140, p 0, w "runas", w r0, w r1, p 0, i 1, i 0, p 0, p 0, p 0, p 0, i 0, i 0, p 0, p 0) p .r2'
  System::Call 'shell32::ShellExecuteExW(p r2) i .r3'
  ${If} $3 != 0
    System::Call '*$2(i, i, p, p, p, p, p, i, i, p, p, p, p, i, i, p, p .r3)'
    System::Call 'kernel32::WaitForSingleObject(p r3, i -1)'
    System::Call 'kernel32::GetExitCodeProcess(p r3, *i .r0)'
    SetErrorLevel $0
    Quit
  ${EndIf}
  System::Free $2
  BringToFront
  Pop $3
  Pop $2
  Pop $0
  Pop $1
FunctionEnd

; $busy: the first of our programs that somebody uses, or "". A running program cannot be opened for writing.
Function ${UN}findBusy
  Push $0
  Push $1
  StrCpy $busy ""
  ${ForEach} $1 1 3 + 1
    ${If} $1 = 3
    ${AndIf} $leavesServer == "yes"
      ${Break}
    ${EndIf}
    ${If} $1 = 1
      StrCpy $0 "salon.exe"
    ${ElseIf} $1 = 2
      StrCpy $0 "salon-console.exe"
    ${Else}
      StrCpy $0 "salon-server.exe"
    ${EndIf}
    ${If} ${FileExists} "$INSTDIR\$0"
    ${AndIf} $busy == ""
      Push $1
      ClearErrors
      FileOpen $1 "$INSTDIR\$0" a
      ${If} ${Errors}
        StrCpy $busy $0
      ${Else}
        FileClose $1
      ${EndIf}
      Pop $1
    ${EndIf}
  ${Next}
  ClearErrors
  Pop $1
  Pop $0
FunctionEnd

; Until nobody uses our programs; asks, or silently waits for $waitMs.
Function ${UN}waitForPrograms
  Push $0
  StrCpy $0 0
  ${Do}
    Call ${UN}findBusy
    ${If} $busy == ""
      ${Break}
    ${EndIf}
    ${If} ${Silent}
      ${If} $0 = 0
        ${Say} "$(doing_wait)"
      ${EndIf}
      ${If} $0 >= $waitMs
        ${Fail} ${EXIT_RUNNING} "$(still_running)"
      ${EndIf}
      Sleep 250
      IntOp $0 $0 + 250
    ${Else}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(is_running)" IDRETRY +2
      ${Fail} ${EXIT_RUNNING} "$(still_running)"
    ${EndIf}
  ${Loop}
  Pop $0
FunctionEnd

!include service.nsh

; The service is gone, the firewall closed.
Function ${UN}removeService
  Call ${UN}stopService
  Call ${UN}deleteService
  nsExec::ExecToStack `"$SYSDIR\netsh.exe" advfirewall firewall delete rule name="${FIREWALL_RULE}"`
  Pop $0
  Pop $0
FunctionEnd

; Entries that point to the programs: start menu, desktop, autostart, links. Files are not touched.
Function ${UN}removeEntries
  Delete "$SMPROGRAMS\Salon.lnk"
  Delete "$SMPROGRAMS\Salon (console).lnk"
  Delete "$DESKTOP\Salon.lnk"
  DeleteRegValue SHCTX "${RUN_KEY}" "Salon"
  ReadRegStr $0 SHCTX "${LINK_KEY}\shell\open\command" ""
  ${If} $0 == '"$INSTDIR\salon.exe" -- "%1"' ; somebody else's stays
    DeleteRegKey SHCTX "${LINK_KEY}"
  ${EndIf}
  ClearErrors
FunctionEnd

; A line of install.lst → its path, or "" when it would leave the folder.
Function ${UN}checkedPath
  Exch $0
  Push $1
  Push $2
  ${TrimNewLines} $0 $0
  StrCpy $1 $0 1
  ${If} $1 == "\"
    StrCpy $0 ""
  ${EndIf}
  StrCpy $2 0
  ${Do}
    StrCpy $1 $0 1 $2
    ${If} $1 == ""
      ${Break}
    ${EndIf}
    ${If} $1 == ":"
      StrCpy $0 ""
    ${EndIf}
    StrCpy $1 $0 2 $2
    ${If} $1 == ".."
      StrCpy $0 ""
    ${EndIf}
    IntOp $2 $2 + 1
  ${Loop}
  Pop $2
  Pop $1
  Exch $0
FunctionEnd

; What install.lst names, and folders that are empty then. What people put into the folder stays.
Function ${UN}removeFiles
  FileOpen $1 "$INSTDIR\install.lst" r
  ${Do}
    ClearErrors
    FileRead $1 $2
    ${If} ${Errors}
      ${Break}
    ${EndIf}
    Push $2
    Call ${UN}checkedPath
    Pop $2
    ${If} $2 != ""
      Delete "$INSTDIR\$2"
      ${GetParent} "$INSTDIR\$2" $0
      ${DoWhile} $0 != $INSTDIR
        RMDir $0
        ${GetParent} $0 $0
      ${Loop}
    ${EndIf}
  ${Loop}
  FileClose $1
  Delete "$INSTDIR\install.lst"
  RMDir /r "$INSTDIR\.new"
  RMDir /r "$INSTDIR\.old"
  RMDir $INSTDIR
  ClearErrors
FunctionEnd

!undef UN
!macroend
