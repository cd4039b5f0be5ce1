; SPDX-FileCopyrightText: 2026 The Salon developers
; SPDX-License-Identifier: Apache-2.0
;
; Everything the installer says, in English and French. Before ? ! ; : and inside « » stands a no-break space (U+00A0,
; which every font of Windows has).

!macro Text name english french
  LangString ${name} ${LANG_ENGLISH} `${english}`
  LangString ${name} ${LANG_FRENCH} `${french}`
!macroend

; The first page: for whom
!insertmacro Text mode_title "Installing Salon ${VERSION}" "Installation de Salon ${VERSION}"
!insertmacro Text mode_subtitle "Who will use Salon on this computer?" "Qui utilisera Salon sur cet ordinateur ?"
!insertmacro Text mode_user "Only me (recommended; needs no administrator)" "Moi seulement (conseillé ; sans administrateur)"
!insertmacro Text mode_all "Everybody on this computer (an administrator has to agree)" "Tout le monde sur cet ordinateur (avec l’accord d’un administrateur)"
!insertmacro Text mode_hint "The server, as a service of Windows, can only be installed for everybody." "Le serveur, en tant que service de Windows, ne s’installe que pour tout le monde."

; What is installed
!insertmacro Text section_client "Salon (desktop client)" "Salon (client de bureau)"
!insertmacro Text section_console "Salon in a console" "Salon dans une console"
!insertmacro Text section_server "Salon server, as a service" "Serveur Salon, en tant que service"
!insertmacro Text section_start_menu "Start menu" "Menu Démarrer"
!insertmacro Text section_desktop "Shortcut on the desktop" "Raccourci sur le bureau"
!insertmacro Text section_autostart "Start with Windows" "Démarrer avec Windows"
!insertmacro Text section_links "Open salon:// links" "Ouvrir les liens salon://"
!insertmacro Text about_client "The program with windows." "Le programme avec des fenêtres."
!insertmacro Text about_console "The same in a console, for scripts and for people who like to type." "La même chose dans une console, pour les scripts et pour qui aime le clavier."
!insertmacro Text about_server "A server of your own: starts with Windows, listens on port 7256 (TCP and UDP, opened in the firewall), keeps its data in ProgramData\Salon." "Votre propre serveur : il démarre avec Windows, écoute sur le port 7256 (TCP et UDP, ouvert dans le pare-feu) et garde ses données dans ProgramData\Salon."
!insertmacro Text about_start_menu "Salon in the start menu." "Salon dans le menu Démarrer."
!insertmacro Text about_desktop "An icon on the desktop." "Une icône sur le bureau."
!insertmacro Text about_autostart "Salon starts when you log in." "Salon démarre à l’ouverture de session."
!insertmacro Text about_links "A click on a join link (salon://…) opens Salon." "Un clic sur un lien d’invitation (salon://…) ouvre Salon."
!insertmacro Text choose_something "Please choose at least one of the programs." "Veuillez choisir au moins un des programmes."

; Names that stay
!insertmacro Text service_name "Salon server" "Serveur Salon"
!insertmacro Text service_description "Group chat on your own computer. Data and log: %ProgramData%\Salon." "Discussion de groupe sur votre propre ordinateur. Données et journal : %ProgramData%\Salon."

; The end
!insertmacro Text finish_run "Start Salon" "Démarrer Salon"
!insertmacro Text finish_title "Salon ${VERSION} is installed" "Salon ${VERSION} est installé"
!insertmacro Text finish_text "Salon is ready to use." "Salon est prêt."
!insertmacro Text finish_server "The server is running. Its join link, with the code that makes you its owner, is in a file that administrators can read:" "Le serveur tourne. Son lien d’invitation, avec le code qui vous en rend propriétaire, se trouve dans un fichier que les administrateurs peuvent lire :"

; What goes wrong
!insertmacro Text bad_option "This option cannot be used: $problem" "Cette option ne peut pas servir : $problem"
!insertmacro Text bad_preset "The preset $preset cannot be used: $problem" "Le fichier de préréglages $preset ne peut pas servir : $problem"
!insertmacro Text preset_missing "it cannot be read." "il ne peut pas être lu."
!insertmacro Text preset_large "it is larger than 64 KB." "il dépasse 64 Ko."
!insertmacro Text preset_server "“server” is neither a join link (salon://…) nor an address." "« server » n’est ni un lien d’invitation (salon://…) ni une adresse."
!insertmacro Text preset_language "“language” is neither fr nor en." "« language » n’est ni fr ni en."
!insertmacro Text needs_admin "This needs an administrator: start it as administrator, or install for yourself only (/CurrentUser)." "Ceci demande un administrateur : lancez-le en tant qu’administrateur, ou installez pour vous seulement (/CurrentUser)."
!insertmacro Text not_elevated "Windows did not give administrator rights. Nothing was changed." "Windows n’a pas accordé les droits d’administrateur. Rien n’a été modifié."
!insertmacro Text newer_there "Salon $installed is installed, which is newer than ${VERSION}. An older version may not understand what the newer one has stored, so nothing was changed.$\r$\nTo do it nevertheless: remove Salon first, or start this installer with /ALLOWDOWNGRADE." "Salon $installed est installé ; il est plus récent que la version ${VERSION}. Une version plus ancienne pourrait ne pas comprendre ce que la nouvelle a enregistré : rien n’a été modifié.$\r$\nPour le faire quand même : désinstallez d’abord Salon, ou lancez cet installateur avec /ALLOWDOWNGRADE."
!insertmacro Text old_windows "Salon needs Windows 10 or newer, 64 bits." "Salon demande Windows 10 ou plus récent, en 64 bits."
!insertmacro Text is_running "Salon is running ($busy). Please quit it: right-click its icon beside the clock and choose “Quit”; then try again." "Salon est en cours d’utilisation ($busy). Veuillez le quitter : clic droit sur son icône près de l’horloge, puis « Quitter » ; ensuite, réessayez."
!insertmacro Text still_running "Salon is running ($busy) and did not end in time. Nothing was changed." "Salon est en cours d’utilisation ($busy) et ne s’est pas terminé à temps. Rien n’a été modifié."
!insertmacro Text cannot_write "The files could not be written to $INSTDIR: the disk is full, or this folder may not be written to. What was there before is unchanged." "Les fichiers n’ont pas pu être écrits dans $INSTDIR : le disque est plein, ou ce dossier est protégé en écriture. Ce qui s’y trouvait n’a pas changé."
!insertmacro Text cannot_replace "$busy could not be replaced. What was there before has been put back." "$busy n’a pas pu être remplacé. Ce qui s’y trouvait a été remis en place."
!insertmacro Text service_refused "Windows refused to make the service (error $problem). The programs are installed." "Windows a refusé de créer le service (erreur $problem). Les programmes sont installés."
!insertmacro Text service_idle "The server is installed, but it did not start. The reason is in its log: $data\salon-server.log" "Le serveur est installé, mais il n’a pas démarré. La raison est dans son journal : $data\salon-server.log"
!insertmacro Text rights_refused "Windows did not protect $data (error $problem): others could read it there. The programs are installed, the server is not started." "Windows n’a pas protégé $data (erreur $problem) : d’autres pourraient y lire. Les programmes sont installés, le serveur n’est pas démarré."
!insertmacro Text command_failed "This did not work (code $problem): $busy" "Ceci n’a pas fonctionné (code $problem) : $busy"
!insertmacro Text server_only_all "The server can only be installed for everybody (/AllUsers)." "Le serveur ne s’installe que pour tout le monde (/AllUsers)."
!insertmacro Text not_ours "There is no Salon in $INSTDIR: nothing is removed." "Il n’y a pas de Salon dans $INSTDIR : rien n’est supprimé."

; What is being done
!insertmacro Text doing_wait "Waiting until Salon has ended…" "En attente de la fin de Salon…"
!insertmacro Text doing_swap "Putting the new files in place…" "Mise en place des nouveaux fichiers…"
!insertmacro Text doing_service "Setting up the service…" "Mise en place du service…"
!insertmacro Text doing_back "Putting everything back as it was…" "Remise en état…"
!insertmacro Text done_install "Salon ${VERSION} is installed in $INSTDIR." "Salon ${VERSION} est installé dans $INSTDIR."
!insertmacro Text done_remove "Salon is removed." "Salon est désinstallé."
!insertmacro Text where_link "Join link of the server (for administrators): $data\join-link.txt" "Lien d’invitation du serveur (pour les administrateurs) : $data\join-link.txt"

; Removing
!insertmacro Text remove_title "Removing Salon" "Désinstallation de Salon"
!insertmacro Text remove_subtitle "Salon is removed from this computer." "Salon va être retiré de cet ordinateur."
!insertmacro Text remove_folder "Folder: $INSTDIR" "Dossier : $INSTDIR"
!insertmacro Text remove_data "Also remove my messages, settings and keys. This cannot be undone: without its key this computer no longer opens your accounts." "Supprimer aussi mes messages, réglages et clés. C’est irréversible : sans sa clé, cet ordinateur n’ouvre plus vos comptes."
!insertmacro Text remove_server_data "Also remove the data of the server: accounts, rooms and messages of everybody." "Supprimer aussi les données du serveur : comptes, salons et messages de tout le monde."
!insertmacro Text remove_keeps "Without these marks everything that people wrote stays where it is." "Sans ces cases, tout ce que les gens ont écrit reste en place."
