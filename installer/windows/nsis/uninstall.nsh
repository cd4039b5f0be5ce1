; SPDX-FileCopyrightText: 2026 The Salon developers
; SPDX-License-Identifier: Apache-2.0
;
; Removing.

!undef UN
!define UN "un."

Var removesData
Var removesServerData
Var dataBox
Var serverBox

Function un.undo
FunctionEnd

Function un.onInit
  SetRegView 64
  StrCpy $exitCode 0
  Call un.useLongName
  ReadRegStr $0 HKLM "${UNINSTALL_KEY}" "InstallLocation"
  StrCpy $mode "user"
  ${If} $0 == $INSTDIR
    StrCpy $mode "all"
  ${EndIf}
  Call un.useMode
  ReadRegStr $0 SHCTX "${UNINSTALL_KEY}" "Language"
  ${If} $0 != ""
    StrCpy $LANGUAGE $0
  ${EndIf}
  Call un.readOptions
  StrCpy $removesData "no"
  ClearErrors
  ${GetOptions} $params "/REMOVEDATA" $0
  ${IfNot} ${Errors}
    StrCpy $removesData "yes"
  ${EndIf}
  StrCpy $removesServerData $removesData
FunctionEnd

Function un.decide
  ${IfNot} ${FileExists} "$INSTDIR\install.lst"
    ${Fail} ${EXIT_OPTION} "$(not_ours)"
  ${EndIf}
  ${If} $mode == "all"
    Call un.isAdmin
    Pop $0
    ${If} $0 != "yes"
      ${IfNot} ${Silent}
        ; Not this copy in the temporary folder, which others may write to
        Push "$INSTDIR\uninstall.exe"
        Push $params
        Call un.elevate
      ${EndIf}
      ${Fail} ${EXIT_ADMIN} "$(needs_admin)"
    ${EndIf}
  ${EndIf}
FunctionEnd

Function un.dataPage
  !insertmacro MUI_HEADER_TEXT "$(remove_title)" "$(remove_subtitle)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0u 4u 300u 20u "$(remove_folder)"
  Pop $0
  ${NSD_CreateCheckBox} 0u 30u 300u 26u "$(remove_data)"
  Pop $dataBox
  ${NSD_AddStyle} $dataBox ${BS_MULTILINE}
  StrCpy $serverBox ""
  ${If} $mode == "all"
  ${AndIf} ${FileExists} "$data\*.*"
    ${NSD_CreateCheckBox} 0u 62u 300u 20u "$(remove_server_data)"
    Pop $serverBox
    ${NSD_AddStyle} $serverBox ${BS_MULTILINE}
  ${EndIf}
  ${NSD_CreateLabel} 0u 96u 300u 20u "$(remove_keeps)"
  Pop $0
  nsDialogs::Show
FunctionEnd

Function un.dataPageLeave
  ${NSD_GetState} $dataBox $0
  StrCpy $removesData "no"
  ${If} $0 = ${BST_CHECKED}
    StrCpy $removesData "yes"
  ${EndIf}
  StrCpy $removesServerData "no"
  ${If} $serverBox != ""
    ${NSD_GetState} $serverBox $0
    ${If} $0 = ${BST_CHECKED}
      StrCpy $removesServerData "yes"
    ${EndIf}
  ${EndIf}
FunctionEnd

Section "Uninstall"
  SetOutPath $TEMP
  ${If} ${Silent}
    Call un.decide
  ${EndIf}
  ${If} $mode == "all"
    Call un.stopService
  ${EndIf}
  Call un.waitForPrograms
  ${If} $mode == "all"
    Call un.removeService
  ${EndIf}
  Call un.removeEntries
  Call un.removeFiles
  Delete "$TEMP\salon-setup.log"
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  DeleteRegValue HKCU "Software\Salon" "InstallerLanguage"
  DeleteRegKey /ifempty HKCU "Software\Salon"
  ${If} $removesData == "yes"
    SetShellVarContext current
    RMDir /r "$APPDATA\salon"
    RMDir /r "$APPDATA\salon-console"
    RMDir /r "$LOCALAPPDATA\salon"
    RMDir /r "$LOCALAPPDATA\salon-console"
    Call un.useMode
  ${EndIf}
  ${If} $mode == "all"
  ${AndIf} $removesServerData == "yes"
    RMDir /r $data
  ${EndIf}
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  ${Say} "$(done_remove)"
SectionEnd
