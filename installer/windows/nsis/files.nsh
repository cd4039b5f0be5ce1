; SPDX-FileCopyrightText: 2026 The Salon developers
; SPDX-License-Identifier: Apache-2.0
;
; Putting files in place so that a failure leaves what was there. Everything is first written to $INSTDIR\.new, where a
; full disk or a missing right shows; then what is replaced moves to $INSTDIR\.old and the new files take its place.
; install.lst in each of the three folders says which files are ours, one path per line. It is moved last: an install.lst
; in .old and none in $INSTDIR is the mark of an installation that was cut off, which the next one puts back.

Var list ; handle of .new\install.lst while it is written

!macro MoveFile from to
  Push `${from}`
  Push `${to}`
  Call moveFile
!macroend

; from, to →: renames, making the folder; the error flag says how it went
Function moveFile
  Exch $1
  Exch
  Exch $0
  Push $2
  ${GetParent} $1 $2
  CreateDirectory $2
  ClearErrors
  Rename $0 $1
  Pop $2
  Pop $0
  Pop $1
FunctionEnd

!macro ForEachFile listFile
  ; Handles and paths lie on the stack: what is inside may use every register.
  Push $R8
  Push $R9
  ClearErrors
  FileOpen $R9 `${listFile}` r
  ${IfNot} ${Errors}
    ${Do}
      ClearErrors
      FileRead $R9 $R8
      ${If} ${Errors}
        ${Break}
      ${EndIf}
      Push $R8
      Call checkedPath
      Pop $R8
      ${If} $R8 != ""
!macroend
!macro EndForEachFile
      ${EndIf}
    ${Loop}
    FileClose $R9
  ${EndIf}
  Pop $R9
  Pop $R8
  ClearErrors
!macroend

; Begins .new; what an earlier installation left half done is put right first.
Function beginFiles
  StrCpy $0 "there"
  ${IfNot} ${FileExists} "$INSTDIR\*.*"
    StrCpy $0 "new"
  ${EndIf}
  ClearErrors
  CreateDirectory $INSTDIR
  Call useLongName
  ${If} $0 == "new"
    Call protectFolder
  ${EndIf}
  Call putBack
  RMDir /r "$INSTDIR\.new"
  ClearErrors
  CreateDirectory "$INSTDIR\.new"
  ${If} ${Errors}
    ${Fail} ${EXIT_WRITE} "$(cannot_write)"
  ${EndIf}
  FileOpen $list "$INSTDIR\.new\install.lst" w
  ${If} ${Errors}
    StrCpy $list ""
    ${Fail} ${EXIT_WRITE} "$(cannot_write)"
  ${EndIf}
FunctionEnd

; For everybody in a new folder outside Program Files: what lies straight on a drive could be changed by every user, and the
; service runs from there. Reading and starting is for all; changing is for administrators.
Function protectFolder
  ${If} $mode == "all"
    StrLen $0 $PROGRAMFILES64
    StrCpy $0 $INSTDIR $0
    ${If} $0 != $PROGRAMFILES64
      !insertmacro Run `"$SYSDIR\icacls.exe" "$INSTDIR" /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX /Q`
    ${EndIf}
  ${EndIf}
  ClearErrors
FunctionEnd

; Undoes a swap that did not come to its end. Nothing to undo: nothing happens.
Function putBack
  ${If} ${FileExists} "$INSTDIR\.old\begun"
    ${Say} "$(doing_back)"
    !insertmacro ForEachFile "$INSTDIR\.new\install.lst"
      ${If} ${FileExists} "$INSTDIR\$R8"
      ${AndIfNot} ${FileExists} "$INSTDIR\.new\$R8"
        Delete "$INSTDIR\$R8" ; it came from .new
      ${EndIf}
      ${If} ${FileExists} "$INSTDIR\.old\$R8"
        !insertmacro MoveFile "$INSTDIR\.old\$R8" "$INSTDIR\$R8"
      ${EndIf}
    !insertmacro EndForEachFile
    ${If} ${FileExists} "$INSTDIR\.old\install.lst"
      Delete "$INSTDIR\install.lst"
      !insertmacro MoveFile "$INSTDIR\.old\install.lst" "$INSTDIR\install.lst"
    ${EndIf}
    !insertmacro ForEachFile "$INSTDIR\install.lst"
      ${If} ${FileExists} "$INSTDIR\.old\$R8"
        !insertmacro MoveFile "$INSTDIR\.old\$R8" "$INSTDIR\$R8"
      ${EndIf}
    !insertmacro EndForEachFile
    Delete "$INSTDIR\.old\begun"
  ${EndIf}
  RMDir /r "$INSTDIR\.old"
  ClearErrors
FunctionEnd

; Folders that hold nothing any more; the names come from the list of files.
!macro RemoveEmptyFolders listFile
  !insertmacro ForEachFile `${listFile}`
    ${GetParent} "$INSTDIR\$R8" $0
    ${DoWhile} $0 != $INSTDIR
      RMDir $0
      ${GetParent} $0 $0
    ${Loop}
  !insertmacro EndForEachFile
!macroend

; Everything of .new takes its place; on failure all is as it was.
Function swapFiles
  ${Say} "$(doing_swap)"
  FileClose $list
  StrCpy $list ""
  ClearErrors
  CreateDirectory "$INSTDIR\.old"
  FileOpen $0 "$INSTDIR\.old\begun" w
  FileClose $0
  ${If} ${Errors}
    ${Fail} ${EXIT_WRITE} "$(cannot_write)"
  ${EndIf}
  StrCpy $busy ""
  ; What the version before installed, also what this one no longer has
  !insertmacro ForEachFile "$INSTDIR\install.lst"
    ${If} ${FileExists} "$INSTDIR\$R8"
      !insertmacro MoveFile "$INSTDIR\$R8" "$INSTDIR\.old\$R8"
      ${If} ${Errors}
        StrCpy $busy "$INSTDIR\$R8"
      ${EndIf}
    ${EndIf}
  !insertmacro EndForEachFile
  ${If} ${FileExists} "$INSTDIR\install.lst"
    !insertmacro MoveFile "$INSTDIR\install.lst" "$INSTDIR\.old\install.lst"
    ${If} ${Errors}
      StrCpy $busy "$INSTDIR\install.lst"
    ${EndIf}
  ${EndIf}
  ${If} $busy == ""
    !insertmacro ForEachFile "$INSTDIR\.new\install.lst"
      ${If} ${FileExists} "$INSTDIR\$R8" ; nobody's that we know of
        !insertmacro MoveFile "$INSTDIR\$R8" "$INSTDIR\.old\$R8"
      ${EndIf}
      !insertmacro MoveFile "$INSTDIR\.new\$R8" "$INSTDIR\$R8"
      ${If} ${Errors}
        StrCpy $busy "$INSTDIR\$R8"
      ${EndIf}
    !insertmacro EndForEachFile
  ${EndIf}
  ${If} $busy == ""
    ClearErrors
    CopyFiles /SILENT "$INSTDIR\.new\install.lst" "$INSTDIR\install.lst"
    ${If} ${Errors}
      StrCpy $busy "$INSTDIR\install.lst"
    ${EndIf}
  ${EndIf}
  ${If} $busy != ""
    ${Fail} ${EXIT_WRITE} "$(cannot_replace)"
  ${EndIf}
  Delete "$INSTDIR\.old\begun" ; from here on the new version is the one
  !insertmacro RemoveEmptyFolders "$INSTDIR\.old\install.lst"
  RMDir /r "$INSTDIR\.old"
  RMDir /r "$INSTDIR\.new"
  ClearErrors
FunctionEnd

; For whatever goes wrong: what was there is there again, and only that.
Function undo
  Push $0
  ${If} $list != ""
    FileClose $list
    StrCpy $list ""
  ${EndIf}
  ${If} $INSTDIR != ""
    SetOutPath $TEMP ; no folder of ours is in use
    Call putBack
    RMDir /r "$INSTDIR\.new"
    RMDir $INSTDIR ; only when it is empty
  ${EndIf}
  ${If} $serviceWas == "running"
    Call startService
    Pop $0
  ${EndIf}
  StrCpy $serviceWas ""
  Pop $0
FunctionEnd
