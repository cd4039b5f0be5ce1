; SPDX-FileCopyrightText: 2026 The Salon developers
; SPDX-License-Identifier: Apache-2.0
;
; The installer for Windows. Made by make-installer.sh, which gives VERSION, OUTPUT, ICON, SIDE (a picture) and STAGE (the
; generated list of files). Switches, preset and exit codes: README.md.

Unicode true
Target amd64-unicode
SetCompressor /SOLID /FINAL lzma
SetCompressorDictSize 64
SetDateSave off
CRCCheck force
ManifestDPIAware true
ManifestLongPathAware true
ManifestSupportedOS Win10
RequestExecutionLevel user
AllowSkipFiles off
ShowInstDetails nevershow
ShowUninstDetails nevershow
Name "Salon"
OutFile "${OUTPUT}"
BrandingText "Salon ${VERSION}"
InstallDir ""

!include LogicLib.nsh
!include MUI2.nsh
!include nsDialogs.nsh
!include FileFunc.nsh
!include TextFunc.nsh
!include WordFunc.nsh
!include WinVer.nsh
!include x64.nsh

VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey /LANG=1033 "ProductName" "Salon"
VIAddVersionKey /LANG=1033 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1033 "CompanyName" "The Salon developers"
VIAddVersionKey /LANG=1033 "FileDescription" "Salon, installer"
VIAddVersionKey /LANG=1033 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1033 "LegalCopyright" "© 2026 The Salon developers. Apache License 2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_ABORTWARNING
!define MUI_CUSTOMFUNCTION_GUIINIT decide
!define MUI_CUSTOMFUNCTION_UNGUIINIT un.decide
!define MUI_LANGDLL_ALWAYSSHOW
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "Software\Salon"
!define MUI_LANGDLL_REGISTRY_VALUENAME "InstallerLanguage"

Var givenFolder ; /D=, or ""
Var installed   ; version that is there, or ""
Var isElevated  ; started again by ourselves
Var modeUser    ; controls of the first page
Var modeAll
Var finishText

Page custom modePage modePageLeave
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE componentsLeave
!define MUI_COMPONENTSPAGE_SMALLDESC
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_PAGE_CUSTOMFUNCTION_PRE finishShow
!define MUI_FINISHPAGE_TITLE "$(finish_title)"
!define MUI_FINISHPAGE_TEXT "$finishText"
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_TEXT "$(finish_run)"
!define MUI_FINISHPAGE_RUN_FUNCTION startSalon
!insertmacro MUI_PAGE_FINISH

UninstPage custom un.dataPage un.dataPageLeave
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_RESERVEFILE_LANGDLL
!include texts.nsh
!include common.nsh
!insertmacro CommonFunctions ""
!insertmacro CommonFunctions "un."
!define UN ""

; $busy, a command → $0: its exit code ("error": it could not be started)
Function run
  Push $1
  nsExec::ExecToStack /OEM $busy
  Pop $0
  Pop $1
  ${If} $0 != 0
    StrCpy $problem $0
    ${Say} "$(command_failed)"
    ${If} $1 != ""
      ${Say} $1
    ${EndIf}
  ${EndIf}
  Pop $1
FunctionEnd

!include files.nsh
!include preset.nsh
!include server.nsh
!include "${STAGE}"

; ---------------------------------------------------------------------------------------------------------- what to install

Section "-begin"
  SetOverwrite on
  ${If} ${Silent}
    Call decide
  ${EndIf}
  ${If} $mode == "all"
    StrCpy $leavesServer "yes"
  ${EndIf}
  Call waitForPrograms
  StrCpy $leavesServer ""
  Call beginFiles
  ClearErrors
  !insertmacro StageCommon
  Call checkWritten
SectionEnd

Section $(section_client) sec_client
  !insertmacro StageClient
  Call checkWritten
SectionEnd

Section $(section_console) sec_console
  !insertmacro StageConsole
  Call checkWritten
SectionEnd

Section /o $(section_server) sec_server
  !insertmacro StageServer
  Call checkWritten
SectionEnd

Section $(section_start_menu) sec_start_menu
SectionEnd
Section /o $(section_desktop) sec_desktop
SectionEnd
Section /o $(section_autostart) sec_autostart
SectionEnd
Section $(section_links) sec_links
SectionEnd

Section "-finish"
  ClearErrors
  SetOutPath "$INSTDIR\.new"
  WriteUninstaller "$INSTDIR\.new\uninstall.exe"
  FileWrite $list "uninstall.exe$\r$\n"
  Call checkWritten
  Call keepPreset
  SetOutPath $TEMP ; so that no folder of ours is in use
  Call checkWritten
  ${If} $mode == "all"
    Call stopService
  ${EndIf}
  Call waitForPrograms
  Call swapFiles

  StrCpy $exitCode 0
  Call removeEntries
  Call leaveOldFolder
  Call makeEntries
  Call makeUninstallKey
  ${If} $mode == "all"
    ${If} ${SectionIsSelected} ${sec_server}
      Call setUpServer
    ${ElseIf} $serviceWas != ""
      Call removeService
    ${EndIf}
  ${EndIf}
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)' ; links and icons changed
  ${Say} "$(done_install)"
  SetErrorLevel $exitCode
SectionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${sec_client} $(about_client)
  !insertmacro MUI_DESCRIPTION_TEXT ${sec_console} $(about_console)
  !insertmacro MUI_DESCRIPTION_TEXT ${sec_server} $(about_server)
  !insertmacro MUI_DESCRIPTION_TEXT ${sec_start_menu} $(about_start_menu)
  !insertmacro MUI_DESCRIPTION_TEXT ${sec_desktop} $(about_desktop)
  !insertmacro MUI_DESCRIPTION_TEXT ${sec_autostart} $(about_autostart)
  !insertmacro MUI_DESCRIPTION_TEXT ${sec_links} $(about_links)
!insertmacro MUI_FUNCTION_DESCRIPTION_END

; A file could not be made (one that could not be filled ends the installation by itself, see .onInstFailed).
Function checkWritten
  ${If} ${Errors}
    ${Fail} ${EXIT_WRITE} "$(cannot_write)"
  ${EndIf}
FunctionEnd

Function .onInstFailed
  ${If} $exitCode = 0 ; not by ${Fail}: the disk became full while a file was written
    StrCpy $exitCode ${EXIT_WRITE}
    ${Say} "$(cannot_write)"
    Call undo
    MessageBox MB_OK|MB_ICONSTOP "$(cannot_write)" /SD IDOK
    SetErrorLevel ${EXIT_WRITE}
  ${EndIf}
FunctionEnd

!include entries.nsh
!include decide.nsh
!include our-pages.nsh ; not pages.nsh: so MUI names one of its own
!include uninstall.nsh
