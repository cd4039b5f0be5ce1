; SPDX-FileCopyrightText: 2026 The Salon developers
; SPDX-License-Identifier: Apache-2.0
;
; What Windows knows of Salon: shortcuts, autostart, links, the list of installed programs. Needs the sections.

; Salon moved: what is ours in the folder where it was before goes. One folder can have several names (a junction, a drive
; made by subst): a file shows whether this is only another name of the new folder.
Function leaveOldFolder
  ReadRegStr $0 SHCTX "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $0 != ""
  ${AndIf} $0 != $INSTDIR
  ${AndIf} ${FileExists} "$0\install.lst"
    ClearErrors
    FileOpen $1 "$INSTDIR\.here" w
    ${If} ${Errors}
      ClearErrors
      Return
    ${EndIf}
    FileClose $1
    StrCpy $1 "moved"
    ${If} ${FileExists} "$0\.here"
      StrCpy $1 "same"
    ${EndIf}
    Delete "$INSTDIR\.here"
    ${If} $1 == "same"
      Return
    ${EndIf}
    Push $INSTDIR
    StrCpy $INSTDIR $0
    Call removeEntries
    Call removeFiles
    Pop $INSTDIR
  ${EndIf}
FunctionEnd

Function makeEntries
  ${If} ${SectionIsSelected} ${sec_client}
    ${If} ${SectionIsSelected} ${sec_start_menu}
      CreateShortcut "$SMPROGRAMS\Salon.lnk" "$INSTDIR\salon.exe"
    ${EndIf}
    ${If} ${SectionIsSelected} ${sec_desktop}
      CreateShortcut "$DESKTOP\Salon.lnk" "$INSTDIR\salon.exe"
    ${EndIf}
    ${If} ${SectionIsSelected} ${sec_autostart}
      WriteRegStr SHCTX "${RUN_KEY}" "Salon" '"$INSTDIR\salon.exe"'
    ${EndIf}
    ${If} ${SectionIsSelected} ${sec_links}
      WriteRegStr SHCTX "${LINK_KEY}" "" "URL:Salon"
      WriteRegStr SHCTX "${LINK_KEY}" "URL Protocol" ""
      WriteRegStr SHCTX "${LINK_KEY}\DefaultIcon" "" "$INSTDIR\salon.exe,0"
      ; Whatever follows -- is no option: a link that closes the quotation mark gives none
      WriteRegStr SHCTX "${LINK_KEY}\shell\open\command" "" '"$INSTDIR\salon.exe" -- "%1"'
    ${EndIf}
  ${EndIf}
  ${If} ${SectionIsSelected} ${sec_console}
  ${AndIf} ${SectionIsSelected} ${sec_start_menu}
    CreateShortcut "$SMPROGRAMS\Salon (console).lnk" "$INSTDIR\salon-console.exe"
  ${EndIf}
FunctionEnd

; name, section →: adds its name to $0 and its size to $1 when it is selected
!macro NoteSection name section
  ${If} ${SectionIsSelected} ${section}
    SectionGetSize ${section} $2
    IntOp $1 $1 + $2
    StrCpy $0 "$0${name},"
  ${EndIf}
!macroend

Function makeUninstallKey
  StrCpy $0 ""
  SectionGetSize 0 $1
  !insertmacro NoteSection "client" ${sec_client}
  !insertmacro NoteSection "console" ${sec_console}
  !insertmacro NoteSection "server" ${sec_server}
  !insertmacro NoteSection "startmenu" ${sec_start_menu}
  !insertmacro NoteSection "desktop" ${sec_desktop}
  !insertmacro NoteSection "autostart" ${sec_autostart}
  !insertmacro NoteSection "links" ${sec_links}
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "Salon"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\uninstall.exe,0"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "The Salon developers"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Components" "$0"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Language" "$LANGUAGE"
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" $1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
FunctionEnd
