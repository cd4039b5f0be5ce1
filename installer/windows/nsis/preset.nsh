; SPDX-FileCopyrightText: 2026 The Salon developers
; SPDX-License-Identifier: Apache-2.0
;
; The preset (README.md): server and language for the first start of the client. It is checked here, so that whoever
; installs hears of a mistake, and by the client again.

Var preset ; its full path, or ""

; $preset from /PRESET=file or salon-preset.ini beside the installer
Function findPreset
  StrCpy $preset ""
  ClearErrors
  ${GetOptions} $params "/PRESET=" $0
  ${If} ${Errors}
    ${If} ${FileExists} "$EXEDIR\salon-preset.ini"
      StrCpy $preset "$EXEDIR\salon-preset.ini"
    ${EndIf}
  ${Else}
    StrCpy $preset $0
    GetFullPathName $1 $0
    ${If} $1 != ""
      StrCpy $preset $1
    ${EndIf}
    ${IfNot} ${FileExists} $preset
      StrCpy $problem "$(preset_missing)"
      ${Fail} ${EXIT_OPTION} "$(bad_preset)"
    ${EndIf}
  ${EndIf}
  ClearErrors
  ${If} $preset != ""
    Call checkPreset
  ${EndIf}
FunctionEnd

Function checkPreset
  ClearErrors
  FileOpen $0 $preset r
  ${If} ${Errors}
    StrCpy $problem "$(preset_missing)"
    ${Fail} ${EXIT_OPTION} "$(bad_preset)"
  ${EndIf}
  FileSeek $0 0 END $1
  FileClose $0
  ${If} $1 > 65536
    StrCpy $problem "$(preset_large)"
    ${Fail} ${EXIT_OPTION} "$(bad_preset)"
  ${EndIf}
  ReadINIStr $0 $preset "Salon" "language"
  ${If} $0 != ""
  ${AndIf} $0 S!= "fr"
  ${AndIf} $0 S!= "en"
    StrCpy $problem "$(preset_language)"
    ${Fail} ${EXIT_OPTION} "$(bad_preset)"
  ${EndIf}
  ReadINIStr $0 $preset "Salon" "server"
  ${If} $0 != ""
    StrCpy $1 $0 8
    ${If} $1 != "salon://"
      ; An address: letters, digits and . - : [ ] % _ only
      StrCpy $2 0
      ${Do}
        StrCpy $1 $0 1 $2
        ${If} $1 == ""
          ${Break}
        ${EndIf}
        Push $1
        Call isAddressCharacter
        Pop $1
        ${If} $1 == "no"
          StrCpy $problem "$(preset_server)"
          ${Fail} ${EXIT_OPTION} "$(bad_preset)"
        ${EndIf}
        IntOp $2 $2 + 1
      ${Loop}
    ${EndIf}
  ${EndIf}
  ClearErrors
FunctionEnd

Function isAddressCharacter
  Exch $0
  Push $1
  Push $2
  Push $3
  StrCpy $3 "no"
  StrCpy $2 0
  ${Do}
    StrCpy $1 "abcdefghijklmnopqrstuvwxyz0123456789.-:[]%_" 1 $2
    ${If} $1 == ""
      ${Break}
    ${EndIf}
    ${If} $1 == $0
      StrCpy $3 "yes"
      ${Break}
    ${EndIf}
    IntOp $2 $2 + 1
  ${Loop}
  StrCpy $0 $3
  Pop $3
  Pop $2
  Pop $1
  Exch $0
FunctionEnd

; Into .new: the new preset, else the one that is installed already, here or where Salon moves from.
Function keepPreset
  StrCpy $0 $preset
  ${If} $0 == ""
  ${AndIf} ${FileExists} "$INSTDIR\preset.ini"
    StrCpy $0 "$INSTDIR\preset.ini"
  ${EndIf}
  ${If} $0 == ""
    ReadRegStr $1 SHCTX "${UNINSTALL_KEY}" "InstallLocation"
    ClearErrors ; it may be the first time
    ${If} $1 != ""
    ${AndIf} ${FileExists} "$1\preset.ini"
      StrCpy $0 "$1\preset.ini"
    ${EndIf}
  ${EndIf}
  ${If} $0 != ""
    ClearErrors
    CopyFiles /SILENT $0 "$INSTDIR\.new\preset.ini"
    FileWrite $list "preset.ini$\r$\n"
  ${EndIf}
FunctionEnd
