; SPDX-FileCopyrightText: 2026 The Salon developers
; SPDX-License-Identifier: Apache-2.0
;
; The pages of the installer. Needs the sections.

Function modePage
  ${If} $isElevated == "yes" ; chosen already
    Call checkVersion
    Abort
  ${EndIf}
  !insertmacro MUI_HEADER_TEXT "$(mode_title)" "$(mode_subtitle)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateRadioButton} 10u 20u 280u 12u "$(mode_user)"
  Pop $modeUser
  ${NSD_CreateRadioButton} 10u 40u 280u 12u "$(mode_all)"
  Pop $modeAll
  ${NSD_CreateLabel} 10u 70u 280u 24u "$(mode_hint)"
  Pop $0
  ${If} $mode == "all"
    ${NSD_Check} $modeAll
    ${NSD_SetFocus} $modeAll
  ${Else}
    ${NSD_Check} $modeUser
    ${NSD_SetFocus} $modeUser
  ${EndIf}
  nsDialogs::Show
FunctionEnd

Function modePageLeave
  ${NSD_GetState} $modeAll $0
  ${If} $0 = ${BST_CHECKED}
    StrCpy $mode "all"
    Call isAdmin
    Pop $0
    ${If} $0 != "yes"
      StrCpy $0 "en"
      ${If} $LANGUAGE = ${LANG_FRENCH}
        StrCpy $0 "fr"
      ${EndIf}
      StrCpy $1 "/Elevated /AllUsers /LANG=$0 $params"
      ${If} $givenFolder != "" ; NSIS takes /D= out of the command line
        StrCpy $1 "$1 /D=$givenFolder"
      ${EndIf}
      Push $EXEPATH
      Push $1
      Call elevate ; ends this process, unless it was refused
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(not_elevated)"
      Abort
    ${EndIf}
  ${Else}
    StrCpy $mode "user"
  ${EndIf}
  Call findFolder
  Call checkVersion
  Call chooseSections
FunctionEnd

Function componentsLeave
  ${IfNot} ${SectionIsSelected} ${sec_client}
  ${AndIfNot} ${SectionIsSelected} ${sec_console}
  ${AndIfNot} ${SectionIsSelected} ${sec_server}
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(choose_something)"
    Abort
  ${EndIf}
FunctionEnd

Function finishShow
  StrCpy $finishText "$(finish_text)"
  ${If} $mode == "all"
  ${AndIf} ${SectionIsSelected} ${sec_server}
  ${AndIf} $exitCode = 0
    StrCpy $finishText "$(finish_server)$\r$\n$data\join-link.txt"
  ${EndIf}
FunctionEnd

; With the person's own rights, also when the installer has an administrator's: the desktop starts it.
Function startSalon
  ${If} ${SectionIsSelected} ${sec_client}
    Exec '"$WINDIR\explorer.exe" "$INSTDIR\salon.exe"'
  ${EndIf}
FunctionEnd
