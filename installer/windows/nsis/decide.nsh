; SPDX-FileCopyrightText: 2026 The Salon developers
; SPDX-License-Identifier: Apache-2.0
;
; Before anything happens: for whom, where to, over which version, what. Needs the sections.

Function .onInit
  SetRegView 64
  StrCpy $givenFolder $INSTDIR
  ${If} $givenFolder == "" ; none, or one that NSIS does not take and says nothing of
    System::Call 'kernel32::GetCommandLineW() w .r0'
    ClearErrors
    ${GetOptions} $0 "/D=" $givenFolder
    ClearErrors
  ${EndIf}
  ${Do}
    StrCpy $0 $givenFolder 1 -1
    ${If} $0 != "\"
      ${Break}
    ${EndIf}
    StrCpy $givenFolder $givenFolder -1
  ${Loop}
  StrCpy $INSTDIR ""
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    ${Fail} ${EXIT_OPTION} "$(old_windows)"
  ${EndIf}
  Call readOptions
  ${GetOptions} $params "/LANG=" $0
  ${If} ${Errors}
    !insertmacro MUI_LANGDLL_DISPLAY ; silently: the language of last time, else the system's
  ${EndIf}
  StrCpy $isElevated "no"
  ClearErrors
  ${GetOptions} $params "/Elevated" $0
  ${IfNot} ${Errors}
    StrCpy $isElevated "yes"
  ${EndIf}
  Call findMode
  Call findFolder
FunctionEnd

; The rest, once the language that was chosen is spoken: it is not yet in .onInit. Before the first page, or silently the
; first thing of all.
Function decide
  ClearErrors
  ${GetOptions} $params "/CurrentUser" $0
  ${IfNot} ${Errors}
    ${GetOptions} $params "/AllUsers" $0
    ${IfNot} ${Errors}
    ${AndIf} $isElevated == "no"
      StrCpy $problem "/AllUsers /CurrentUser"
      ${Fail} ${EXIT_OPTION} "$(bad_option)"
    ${EndIf}
  ${EndIf}
  Call checkGivenFolder
  Call findPreset
  ${If} $mode == "all"
    Call isAdmin
    Pop $0
    ${If} $0 != "yes"
      ${If} ${Silent}
      ${OrIf} $isElevated == "yes"
        ${Fail} ${EXIT_ADMIN} "$(needs_admin)"
      ${EndIf}
    ${EndIf}
  ${EndIf}
  ${If} ${Silent}
    Call checkVersion
  ${EndIf}
  Call chooseSections
FunctionEnd

; /D= names a whole path, and not a whole drive: Salon keeps to a folder of its own.
Function checkGivenFolder
  ${If} $givenFolder == ""
    Return
  ${EndIf}
  StrCpy $0 $givenFolder 2
  StrCpy $1 $givenFolder 2 1
  StrLen $2 $givenFolder
  ${If} $0 != "\\"
    ${If} $1 != ":\"
    ${OrIf} $2 < 4
      StrCpy $problem "/D=$givenFolder"
      ${Fail} ${EXIT_OPTION} "$(bad_option)"
    ${EndIf}
  ${EndIf}
FunctionEnd

; $mode from the switches, else as Salon is installed already, else for one person
Function findMode
  StrCpy $mode ""
  ClearErrors
  ${GetOptions} $params "/CurrentUser" $0
  ${IfNot} ${Errors}
    StrCpy $mode "user"
  ${EndIf}
  ClearErrors
  ${GetOptions} $params "/AllUsers" $0
  ${IfNot} ${Errors}
    StrCpy $mode "all"
  ${EndIf}
  ${If} $mode == ""
    StrCpy $mode "user"
    ReadRegStr $0 HKCU "${UNINSTALL_KEY}" "InstallLocation"
    ReadRegStr $1 HKLM "${UNINSTALL_KEY}" "InstallLocation"
    ${If} $0 == ""
    ${AndIf} $1 != ""
      StrCpy $mode "all"
    ${EndIf}
  ${EndIf}
  ClearErrors
FunctionEnd

; $INSTDIR for $mode: /D=, else where Salon is, else the usual place
Function findFolder
  Call useMode
  ReadRegStr $installed SHCTX "${UNINSTALL_KEY}" "DisplayVersion"
  ReadRegStr $0 SHCTX "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $givenFolder != ""
    StrCpy $INSTDIR $givenFolder
  ${ElseIf} $0 != ""
    StrCpy $INSTDIR $0
  ${ElseIf} $mode == "all"
    StrCpy $INSTDIR "$PROGRAMFILES64\Salon"
  ${Else}
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\Salon"
  ${EndIf}
  ClearErrors
FunctionEnd

Function checkVersion
  ClearErrors
  ${GetOptions} $params "/ALLOWDOWNGRADE" $0
  ${If} ${Errors}
  ${AndIf} $installed != ""
    ${VersionCompare} $installed ${VERSION} $0
    ${If} $0 = 1
      ${Fail} ${EXIT_OLDER} "$(newer_there)"
    ${EndIf}
  ${EndIf}
  ClearErrors
FunctionEnd

!macro TakeSection name section list
  StrCpy $1 `${list}`
  !insertmacro UnselectSection ${section}
  Push $1
  Push "${name}"
  Call isInList
  Pop $2
  ${If} $2 == "yes"
    !insertmacro SelectSection ${section}
  ${EndIf}
!macroend

; list "a,b,", name → "yes" or "no"
Function isInList
  Exch $1
  Exch
  Exch $0
  Push $2
  Push $3
  StrCpy $3 "no"
  StrLen $2 $1
  StrCpy $0 ",$0,"
  StrCpy $1 ",$1,"
  IntOp $2 $2 + 2
  ${DoWhile} $0 != ""
    Push $4
    StrCpy $4 $0 $2
    ${If} $4 == $1
      StrCpy $3 "yes"
    ${EndIf}
    Pop $4
    StrCpy $0 $0 "" 1
  ${Loop}
  StrCpy $1 $3
  Pop $3
  Pop $2
  Pop $0
  Exch $1
FunctionEnd

; /COMPONENTS=, else what is installed, else the usual ones
Function chooseSections
  Push $0
  ClearErrors
  ${GetOptions} $params "/COMPONENTS=" $0
  ${If} ${Errors}
    ReadRegStr $0 SHCTX "${UNINSTALL_KEY}" "Components"
  ${ElseIf} $mode == "user"
    Push $0
    Push "server"
    Call isInList
    Pop $1
    ${If} $1 == "yes"
      ${Fail} ${EXIT_OPTION} "$(server_only_all)"
    ${EndIf}
  ${EndIf}
  ${If} $0 != ""
    !insertmacro TakeSection "client" ${sec_client} $0
    !insertmacro TakeSection "console" ${sec_console} $0
    !insertmacro TakeSection "server" ${sec_server} $0
    !insertmacro TakeSection "startmenu" ${sec_start_menu} $0
    !insertmacro TakeSection "desktop" ${sec_desktop} $0
    !insertmacro TakeSection "autostart" ${sec_autostart} $0
    !insertmacro TakeSection "links" ${sec_links} $0
  ${EndIf}
  ${If} $mode == "user"
    !insertmacro UnselectSection ${sec_server}
    !insertmacro SetSectionFlag ${sec_server} ${SF_RO}
  ${Else}
    !insertmacro ClearSectionFlag ${sec_server} ${SF_RO}
  ${EndIf}
  ${IfNot} ${SectionIsSelected} ${sec_client}
  ${AndIfNot} ${SectionIsSelected} ${sec_console}
  ${AndIfNot} ${SectionIsSelected} ${sec_server}
    ${If} ${Silent}
      StrCpy $problem "/COMPONENTS=$0"
      ${Fail} ${EXIT_OPTION} "$(bad_option)"
    ${EndIf}
  ${EndIf}
  ClearErrors
  Pop $0
FunctionEnd
