<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>salon::AboutDialog</name>
    <message>
        <source>About Salon</source>
        <translation>À propos de Salon</translation>
    </message>
    <message>
        <source>Chat on a server of your own. Nothing of what you write goes anywhere else.</source>
        <translation>Discutez sur votre propre serveur. Rien de ce que vous écrivez ne va ailleurs.</translation>
    </message>
    <message>
        <source>Copyright 2026 The Salon developers. Free software under the Apache License 2.0 (apache.org/licenses/LICENSE-2.0). Built with Qt, which comes under the GNU LGPL 3 (qt.io/licensing).</source>
        <translation>Copyright 2026 les développeurs de Salon. Logiciel libre sous licence Apache 2.0 (apache.org/licenses/LICENSE-2.0). Construit avec Qt, diffusé sous GNU LGPL 3 (qt.io/licensing).</translation>
    </message>
    <message>
        <source>Copy the version</source>
        <translation>Copier la version</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Salon, version %1 (%2)</source>
        <extracomment>%1 version, %2 commit it was built from</extracomment>
        <translation>Salon, version %1 (%2)</translation>
    </message>
</context>
<context>
    <name>salon::ActionBar</name>
    <message>
        <source>Actions of the message</source>
        <translation>Actions du message</translation>
    </message>
    <message>
        <source>React</source>
        <translation>Réagir</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
</context>
<context>
    <name>salon::Application</name>
    <message>
        <source>Close the window</source>
        <translation>Fermer la fenêtre</translation>
    </message>
    <message>
        <source>Shall Salon stay in the tray and tell you about new messages?</source>
        <translation>Salon doit-il rester dans la zone de notification et vous signaler les nouveaux messages&#x202f;?</translation>
    </message>
    <message>
        <source>You can change this in the settings.</source>
        <translation>Vous pourrez changer cela dans les réglages.</translation>
    </message>
    <message>
        <source>Close to the tray</source>
        <translation>Laisser dans la zone de notification</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
</context>
<context>
    <name>salon::AttachmentWords</name>
    <message>
        <source>This picture cannot be shown.</source>
        <translation>Cette image ne peut pas être affichée.</translation>
    </message>
    <message>
        <source>Show (%1)</source>
        <extracomment>On the place of a picture that was not fetched. %1 is its size as a file</extracomment>
        <translation>Afficher (%1)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n de plus</numerusform>
            <numerusform>et %n de plus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::AttentionMenu</name>
    <message>
        <source>Notifications</source>
        <extracomment>Menu: what of a room is told with sound and a notification</extracomment>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Tous les messages</translation>
    </message>
    <message>
        <source>Only mentions of me</source>
        <translation>Seulement ce qui me mentionne</translation>
    </message>
    <message>
        <source>Nothing until %1</source>
        <extracomment>%1 is a time, or a day</extracomment>
        <translation>Rien jusqu’à %1</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Rien</translation>
    </message>
    <message>
        <source>Nothing for 30 minutes</source>
        <translation>Rien pendant 30 minutes</translation>
    </message>
    <message>
        <source>Nothing for 1 hour</source>
        <translation>Rien pendant 1 heure</translation>
    </message>
    <message>
        <source>Nothing until tomorrow morning</source>
        <translation>Rien jusqu’à demain matin</translation>
    </message>
</context>
<context>
    <name>salon::Banner</name>
    <message>
        <source>Close this notice</source>
        <extracomment>Tool tip of the × at the end of a bar with a notice</extracomment>
        <translation>Fermer cet avis</translation>
    </message>
</context>
<context>
    <name>salon::BansDialog</name>
    <message>
        <source>%1 (@%2)</source>
        <extracomment>%1 is a person&apos;s name, %2 the name they log in with</extracomment>
        <translation>%1 (@%2)</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>Nobody is banned from this room.</source>
        <translation>Personne n’est banni de ce salon.</translation>
    </message>
    <message>
        <source>People who may not come in</source>
        <translation>Personnes qui ne peuvent pas entrer</translation>
    </message>
    <message>
        <source>Banned people</source>
        <translation>Personnes bannies</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Lift the ban</source>
        <translation>Lever le bannissement</translation>
    </message>
</context>
<context>
    <name>salon::BrowseRoomsDialog</name>
    <message>
        <source>%1, %2, joined</source>
        <extracomment>A room in a list, read aloud: %1 its name, %2 &quot;12 members&quot;</extracomment>
        <translation>%1, %2, rejoint</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Open the room</source>
        <translation>Ouvrir le salon</translation>
    </message>
    <message>
        <source>Join the room</source>
        <translation>Rejoindre le salon</translation>
    </message>
    <message>
        <source>Find rooms</source>
        <translation>Trouver des salons</translation>
    </message>
    <message>
        <source>Name or topic</source>
        <translation>Nom ou sujet</translation>
    </message>
    <message>
        <source>Rooms found</source>
        <translation>Salons trouvés</translation>
    </message>
    <message>
        <source>This server has no public room yet.</source>
        <translation>Ce serveur n’a pas encore de salon public.</translation>
    </message>
    <message>
        <source>No public room has this in its name or topic.</source>
        <translation>Aucun salon public ne contient cela dans son nom ou son sujet.</translation>
    </message>
    <message>
        <source>Create a room</source>
        <translation>Créer un salon</translation>
    </message>
    <message>
        <source>Create a room…</source>
        <translation>Créer un salon…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>salon::BuildFactsText</name>
    <message>
        <source>Qt %1 (compiled with %2)</source>
        <translation>Qt %1 (compilé avec %2)</translation>
    </message>
    <message>
        <source>TLS: %1</source>
        <translation>TLS&#xa0;: %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>Compiler: %1</source>
        <translation>Compilateur&#xa0;: %1</translation>
    </message>
    <message>
        <source>System: %1, %2</source>
        <extracomment>%1 operating system, %2 processor</extracomment>
        <translation>Système&#xa0;: %1, %2</translation>
    </message>
</context>
<context>
    <name>salon::CommandLineText</name>
    <message>
        <source>Salon, the desktop client: group chat that people run themselves.</source>
        <translation>Salon, le client de bureau&#xa0;: la discussion de groupe que chacun peut héberger.</translation>
    </message>
    <message>
        <source>Keep everything in this folder instead of the usual one.</source>
        <translation>Tout garder dans ce dossier au lieu de l’habituel.</translation>
    </message>
    <message>
        <source>folder</source>
        <comment>value of an option</comment>
        <translation>dossier</translation>
    </message>
    <message>
        <source>Speak this language: fr or en.</source>
        <translation>Parler cette langue&#xa0;: fr ou en.</translation>
    </message>
    <message>
        <source>Open this server: a join link (salon://…) or an address.</source>
        <translation>Ouvrir ce serveur&#xa0;: un lien d’invitation (salon://…) ou une adresse.</translation>
    </message>
    <message>
        <source>link</source>
        <comment>value of an option</comment>
        <translation>lien</translation>
    </message>
    <message>
        <source>Your name, for joining without being asked.</source>
        <translation>Votre nom affiché, pour entrer sans qu’il vous soit demandé.</translation>
    </message>
    <message>
        <source>name</source>
        <comment>value of an option</comment>
        <translation>nom</translation>
    </message>
    <message>
        <source>Salon speaks fr and en, not “%1”.</source>
        <translation>Salon parle fr et en, pas «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” is no join link and no address.</source>
        <translation>«&#xa0;%1&#xa0;» n’est ni un lien d’invitation ni une adresse.</translation>
    </message>
    <message>
        <source>Only one server can be given.</source>
        <translation>Un seul serveur peut être donné.</translation>
    </message>
    <message>
        <source>Shows this help.</source>
        <translation>Affiche cette aide.</translation>
    </message>
    <message>
        <source>Shows the version.</source>
        <translation>Affiche la version.</translation>
    </message>
    <message>
        <source>The same as --connect; or an invitation file (*.salon).</source>
        <translation>La même chose que --connect&#x202f;; ou un fichier d’invitation (*.salon).</translation>
    </message>
    <message>
        <source>“%1” is no invitation: such a file holds one line, a join link that begins with salon://.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une invitation&#xa0;: un tel fichier contient une seule ligne, un lien d’invitation qui commence par salon://.</translation>
    </message>
    <message>
        <source>Salon opens a window, and there is no display here. Start it on a desktop; salon-console works in a terminal.</source>
        <translation>Salon ouvre une fenêtre, et il n’y a pas d’écran ici. Lancez-le dans une session de bureau&#x202f;; salon-console fonctionne dans un terminal.</translation>
    </message>
    <message>
        <source>Salon cannot open a window on the display “%1”. salon-console works in a terminal.</source>
        <translation>Salon ne peut pas ouvrir de fenêtre sur l’écran «&#xa0;%1&#xa0;». salon-console fonctionne dans un terminal.</translation>
    </message>
</context>
<context>
    <name>salon::CommandRunner</name>
    <message>
        <source>Something is missing: %1</source>
        <extracomment>%1 is &quot;/invite @username&quot;</extracomment>
        <translation>Il manque quelque chose&#xa0;: %1</translation>
    </message>
    <message>
        <source>Nobody here has the username %1.</source>
        <translation>Personne ici n’a le nom d’utilisateur %1.</translation>
    </message>
    <message>
        <source>There is no public room “%1”.</source>
        <translation>Il n’y a pas de salon public «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Topic: %1</source>
        <translation>Sujet&#xa0;: %1</translation>
    </message>
    <message>
        <source>This room has no topic yet.</source>
        <translation>Ce salon n’a pas encore de sujet.</translation>
    </message>
    <message>
        <source>Others see you as %1 now.</source>
        <translation>Les autres vous voient maintenant sous le nom de %1.</translation>
    </message>
    <message>
        <source>%1 is in the room now.</source>
        <translation>%1 est maintenant dans le salon.</translation>
    </message>
    <message>
        <source>This room notifies you again.</source>
        <translation>Ce salon vous envoie de nouveau des notifications.</translation>
    </message>
    <message>
        <source>Others see you as away.</source>
        <translation>Les autres vous voient absent.</translation>
    </message>
    <message>
        <source>Others see that you are here.</source>
        <translation>Les autres voient que vous êtes là.</translation>
    </message>
    <message>
        <source>This room is silent now. /mute ends that.</source>
        <translation>Ce salon est silencieux maintenant. /mute y met fin.</translation>
    </message>
</context>
<context>
    <name>salon::CompleterPopup</name>
    <message>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
    </message>
</context>
<context>
    <name>salon::Completion</name>
    <message>
        <source>Everybody who is here now</source>
        <translation>Tous ceux qui sont là maintenant</translation>
    </message>
    <message>
        <source>Everybody in the room</source>
        <translation>Tout le monde dans le salon</translation>
    </message>
</context>
<context>
    <name>salon::Composer</name>
    <message>
        <source>Write a message…</source>
        <translation>Écrire un message…</translation>
    </message>
    <message>
        <source>Write to %1…</source>
        <translation>Écrire à %1…</translation>
    </message>
    <message>
        <source>Send</source>
        <comment>composer button</comment>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Émojis</translation>
    </message>
    <message>
        <source>Formatting</source>
        <translation>Mise en forme</translation>
    </message>
    <message>
        <source>Changing your message</source>
        <translation>Modification de votre message</translation>
    </message>
    <message>
        <source>Reply</source>
        <extracomment>%1 is a person&apos;s name</extracomment>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>Réponse à %1</translation>
    </message>
    <message>
        <source>Send this long text as a file…</source>
        <extracomment>Button above a long text that is being written</extracomment>
        <translation>Envoyer ce long texte comme fichier…</translation>
    </message>
    <message>
        <source>Send files or a folder</source>
        <translation>Envoyer des fichiers ou un dossier</translation>
    </message>
</context>
<context>
    <name>salon::ConnectionBar</name>
    <message>
        <source>Look into it…</source>
        <translation>Examiner…</translation>
    </message>
    <message>
        <source>Log in…</source>
        <translation>Se connecter…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Now</source>
        <comment>connect now instead of waiting</comment>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>Not connected. What you write is kept and sent later.</source>
        <translation>Hors connexion. Ce que vous écrivez est gardé et sera envoyé plus tard.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>Le serveur est injoignable.</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <extracomment>The connection to the server, where there is little room</extracomment>
        <translation>Non connecté.</translation>
    </message>
    <message numerus="yes">
        <source>Unreachable. Next try in %n s</source>
        <extracomment>The server cannot be reached, where there is little room</extracomment>
        <translation>
            <numerusform>Injoignable. Nouvel essai dans %n&#xa0;s</numerusform>
            <numerusform>Injoignable. Nouvel essai dans %n&#xa0;s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::CreateRoomDialog</name>
    <message>
        <source>New room</source>
        <translation>Nouveau salon</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>What it is about, in one or two words.</source>
        <translation>De quoi on y parle, en un ou deux mots.</translation>
    </message>
    <message>
        <source>Topic (optional)</source>
        <translation>Sujet (facultatif)</translation>
    </message>
    <message>
        <source>Stands beside the name at the top of the room.</source>
        <translation>S’affiche à côté du nom, en haut du salon.</translation>
    </message>
    <message>
        <source>Who may come in</source>
        <translation>Qui peut entrer</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>Everybody on this server can find the room and join it.</source>
        <translation>Tout le monde sur ce serveur peut trouver ce salon et le rejoindre.</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privé</translation>
    </message>
    <message>
        <source>Only people whom a member has invited can see it.</source>
        <translation>Seules les personnes invitées par un membre peuvent le voir.</translation>
    </message>
    <message>
        <source>People to add (optional)</source>
        <translation>Personnes à ajouter (facultatif)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Create the room</source>
        <translation>Créer le salon</translation>
    </message>
</context>
<context>
    <name>salon::DateDialog</name>
    <message>
        <source>Go to a date</source>
        <translation>Aller à une date</translation>
    </message>
    <message>
        <source>Choose a day</source>
        <translation>Choisir un jour</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendrier</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Show the messages</source>
        <translation>Montrer les messages</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Choisir</translation>
    </message>
</context>
<context>
    <name>salon::DecisionPage</name>
    <message>
        <source>%1 wants to talk with you</source>
        <extracomment>%1 is a person&apos;s name</extracomment>
        <translation>%1 veut parler avec vous</translation>
    </message>
    <message>
        <source>Directly, from device to device, without a server. You can change your mind at any time.</source>
        <translation>Directement, d’appareil à appareil, sans serveur. Vous pouvez changer d’avis à tout moment.</translation>
    </message>
    <message>
        <source>You do not talk with %1</source>
        <extracomment>%1 is a person&apos;s name</extracomment>
        <translation>Vous ne parlez pas avec %1</translation>
    </message>
    <message>
        <source>Nothing from this device is taken.</source>
        <translation>Rien de ce qui vient de cet appareil n’est accepté.</translation>
    </message>
    <message>
        <source>%1 is on this network</source>
        <extracomment>%1 is a person&apos;s name</extracomment>
        <translation>%1 est sur ce réseau</translation>
    </message>
    <message>
        <source>You can write to each other directly, without a server, once both of you agree.</source>
        <translation>Vous pouvez vous écrire directement, sans serveur, dès que vous êtes d’accord tous les deux.</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Talk with this person</source>
        <translation>Parler avec cette personne</translation>
    </message>
    <message>
        <source>Talk</source>
        <extracomment>Short for “Talk with this person”, on a button where there is little room</extracomment>
        <translation>Parler</translation>
    </message>
    <message>
        <source>Another device answers at this address than before</source>
        <translation>Un autre appareil qu’avant répond à cette adresse</translation>
    </message>
    <message>
        <source>Before, it was the %1 that you know. This device says that it belongs to %2: a new computer of the same person, or somebody else. Nothing was sent to it. Compare the four words before you answer.</source>
        <extracomment>%1 and %2 are names of people</extracomment>
        <translation>Avant, c’était l’appareil de %1, que vous connaissez. Celui-ci dit appartenir à %2&#xa0;: un nouvel ordinateur de la même personne, ou quelqu’un d’autre. Rien ne lui a été envoyé. Comparez les quatre mots avant de répondre.</translation>
    </message>
    <message>
        <source>This is not the %1 that you know</source>
        <extracomment>%1 is a person&apos;s name</extracomment>
        <translation>Ce n’est pas la personne que vous connaissez sous le nom de %1</translation>
    </message>
    <message>
        <source>Another device with the name %1 wants to talk with you. Compare the four words before you answer.</source>
        <translation>Un autre appareil au nom de %1 veut vous parler. Comparez les quatre mots avant de répondre.</translation>
    </message>
    <message>
        <source>Another device on this network has the name %1. Compare the four words before you answer.</source>
        <translation>Un autre appareil de ce réseau porte le nom de %1. Comparez les quatre mots avant de répondre.</translation>
    </message>
</context>
<context>
    <name>salon::DeviceListView</name>
    <message>
        <source>A device without a name</source>
        <translation>Appareil sans nom</translation>
    </message>
    <message>
        <source>%1 — this device</source>
        <extracomment>%1 name of a device, %2 &quot;last seen 5 minutes ago&quot;</extracomment>
        <translation>%1 — cet appareil</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Really remove this device</source>
        <translation>Retirer vraiment cet appareil</translation>
    </message>
    <message>
        <source>Remove this device</source>
        <translation>Retirer cet appareil</translation>
    </message>
    <message>
        <source>These devices can log in to your account. Remove one that you lost or no longer use; it is disconnected at once.</source>
        <translation>Ces appareils peuvent se connecter à votre compte. Retirez celui que vous avez perdu ou n’utilisez plus&#x202f;; il est déconnecté aussitôt.</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Appareils</translation>
    </message>
</context>
<context>
    <name>salon::DeviceMenu</name>
    <message>
        <source>%1 — %2</source>
        <extracomment>One of several devices of the same person. %1 is its name, %2 &quot;Here&quot;</extracomment>
        <translation>%1 — %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n unread message(s)</source>
        <extracomment>%1 is a device and how it is reached</extracomment>
        <translation>
            <numerusform>%1, %n message non lu</numerusform>
            <numerusform>%1, %n messages non lus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::Dialogs</name>
    <message>
        <source>This computer forgets “%1”: its rooms and the history kept here are deleted. Your account and the messages on the server stay.</source>
        <translation>Cet ordinateur oubliera «&#xa0;%1&#xa0;»&#xa0;: ses salons et l’historique gardé ici seront supprimés. Votre compte et les messages sur le serveur resteront.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) that were not sent yet are lost.</source>
        <translation>
            <numerusform>%n message pas encore envoyé sera perdu.</numerusform>
            <numerusform>%n messages pas encore envoyés seront perdus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove “%1” from this computer?</source>
        <translation>Retirer «&#xa0;%1&#xa0;» de cet ordinateur&#x202f;?</translation>
    </message>
    <message>
        <source>Remove the server</source>
        <translation>Retirer le serveur</translation>
    </message>
    <message>
        <source>Leave “%1”?</source>
        <translation>Quitter «&#xa0;%1&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>You can join this room again later.</source>
        <translation>Vous pourrez rejoindre ce salon plus tard.</translation>
    </message>
    <message>
        <source>You can come back only when a member invites you again.</source>
        <translation>Vous ne pourrez revenir que si un membre vous invite de nouveau.</translation>
    </message>
    <message>
        <source>Leave the room</source>
        <translation>Quitter le salon</translation>
    </message>
    <message>
        <source>Nothing was written on that day or later.</source>
        <translation>Rien n’a été écrit ce jour-là ni plus tard.</translation>
    </message>
</context>
<context>
    <name>salon::DirectBadge</name>
    <message>
        <source>direct</source>
        <extracomment>On a badge: what is written goes straight to the other device</extracomment>
        <translation>liaison directe</translation>
    </message>
    <message>
        <source>by %1</source>
        <extracomment>On a badge: %1 is the name of the server by which somebody is reached</extracomment>
        <translation>par %1</translation>
    </message>
    <message>
        <source>What you write goes straight to the other device; no server sees it.</source>
        <translation>Ce que vous écrivez va droit à l’autre appareil&#x202f;; aucun serveur ne le voit.</translation>
    </message>
    <message>
        <source>Not linked directly now. The same person is on %1.</source>
        <translation>Pas de liaison directe en ce moment. La même personne est sur %1.</translation>
    </message>
    <message>
        <source>The same person is on %1.</source>
        <extracomment>%1 are names of servers</extracomment>
        <translation>La même personne est sur %1.</translation>
    </message>
    <message>
        <source>also direct</source>
        <extracomment>On a badge: this person can be written to without the server too</extracomment>
        <translation>aussi en liaison directe</translation>
    </message>
    <message>
        <source>What you write here goes by %1. The same person can be reached directly, too.</source>
        <extracomment>%1 is the name of a server</extracomment>
        <translation>Ce que vous écrivez ici passe par %1. La même personne est aussi joignable directement.</translation>
    </message>
    <message>
        <source>What you write here goes by %1. There is no direct link to this person now.</source>
        <extracomment>%1 is the name of a server</extracomment>
        <translation>Ce que vous écrivez ici passe par %1. Il n’y a pas de liaison directe avec cette personne en ce moment.</translation>
    </message>
</context>
<context>
    <name>salon::DirectConversationDialog</name>
    <message>
        <source>Type an address such as 192.168.1.20 or pc-de-luc.local.</source>
        <translation>Tapez une adresse comme 192.168.1.20 ou pc-de-luc.local.</translation>
    </message>
    <message>
        <source>This computer is not connected to a network.</source>
        <translation>Cet ordinateur n’est relié à aucun réseau.</translation>
    </message>
    <message>
        <source>Waiting for %1… Whoever of you is second connects; nothing more is to be done.</source>
        <extracomment>%1 is an address, or several</extracomment>
        <translation>En attente de %1… La deuxième personne se connecte&#x202f;; il n’y a rien d’autre à faire.</translation>
    </message>
    <message>
        <source>Direct conversation</source>
        <translation>Conversation directe</translation>
    </message>
    <message>
        <source>Without a server, and without being found first: both of you open this and type the address of the other. Whoever is first waits, the second connects.</source>
        <translation>Sans serveur, et sans s’être trouvés d’abord&#xa0;: ouvrez ceci tous les deux et tapez l’adresse de l’autre. La première personne attend, la deuxième se connecte.</translation>
    </message>
    <message>
        <source>Address of the other computer</source>
        <translation>Adresse de l’autre ordinateur</translation>
    </message>
    <message>
        <source>A name or an IP address, with a port if they tell you.</source>
        <translation>Un nom ou une adresse IP, avec un port si on vous en donne un.</translation>
    </message>
    <message>
        <source>Your address, for the other</source>
        <translation>Votre adresse, pour l’autre</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Ne plus attendre</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Connect or wait</source>
        <translation>Se connecter ou attendre</translation>
    </message>
    <message>
        <source>%1 answers there, and not %2, who was there before.</source>
        <translation>C’est %1 qui répond à cette adresse, et non %2, qui y était auparavant.</translation>
    </message>
</context>
<context>
    <name>salon::EditProfileDialog</name>
    <message>
        <source>This is not your present password.</source>
        <translation>Ce n’est pas votre mot de passe actuel.</translation>
    </message>
    <message>
        <source>There is no connection: changes can be made when it is back.</source>
        <translation>Il n’y a pas de connexion&#xa0;: les changements seront possibles à son retour.</translation>
    </message>
    <message>
        <source>You on %1</source>
        <translation>Votre profil sur %1</translation>
    </message>
    <message>
        <source>Name and status</source>
        <translation>Nom et statut</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Appareils</translation>
    </message>
    <message>
        <source>Your username is @%1.</source>
        <translation>Votre nom d’utilisateur est @%1.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Votre nom affiché</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Enregistré.</translation>
    </message>
    <message>
        <source>Status (optional)</source>
        <translation>Texte de statut (facultatif)</translation>
    </message>
    <message>
        <source>One line that others see beside your name.</source>
        <translation>Une ligne que les autres voient à côté de votre nom.</translation>
    </message>
    <message>
        <source>Back at two</source>
        <translation>De retour à 14 h</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>With your username and this password you can log in from another device.</source>
        <translation>Avec votre nom d’utilisateur et ce mot de passe, vous pouvez vous connecter depuis un autre appareil.</translation>
    </message>
    <message>
        <source>You have no password yet: only the devices that are in now can use your account. With a password you can log in from another one.</source>
        <translation>Vous n’avez pas encore de mot de passe&#xa0;: seuls les appareils déjà connectés peuvent utiliser votre compte. Avec un mot de passe, vous pourrez vous connecter depuis un autre.</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Mot de passe actuel</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Nouveau mot de passe</translation>
    </message>
    <message>
        <source>The password was set.</source>
        <translation>Le mot de passe est enregistré.</translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s).</source>
        <translation>
            <numerusform>Au moins %n caractère.</numerusform>
            <numerusform>Au moins %n caractères.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove all my other devices; they have to log in again</source>
        <translation>Retirer tous mes autres appareils&#x202f;; ils devront se reconnecter</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Changer le mot de passe</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>Définir le mot de passe</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>salon::EmojiModel</name>
    <message>
        <source>Recently used</source>
        <translation>Utilisés récemment</translation>
    </message>
</context>
<context>
    <name>salon::EmojiPicker</name>
    <message>
        <source>No skin tone</source>
        <translation>Sans teinte de peau</translation>
    </message>
    <message>
        <source>Light skin</source>
        <translation>Peau claire</translation>
    </message>
    <message>
        <source>Medium-light skin</source>
        <translation>Peau assez claire</translation>
    </message>
    <message>
        <source>Medium skin</source>
        <translation>Peau mate</translation>
    </message>
    <message>
        <source>Medium-dark skin</source>
        <translation>Peau assez foncée</translation>
    </message>
    <message>
        <source>Dark skin</source>
        <translation>Peau foncée</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Émojis</translation>
    </message>
    <message>
        <source>Search, for example “heart”</source>
        <translation>Rechercher, par exemple «&#xa0;cœur&#xa0;»</translation>
    </message>
    <message>
        <source>Search the emoji</source>
        <translation>Rechercher un émoji</translation>
    </message>
    <message>
        <source>No emoji has that name.</source>
        <translation>Aucun émoji ne porte ce nom.</translation>
    </message>
    <message>
        <source>Skin tone</source>
        <translation>Teinte de peau</translation>
    </message>
</context>
<context>
    <name>salon::ErrorText</name>
    <message>
        <source>The server and this program do not understand each other. Check that you connect to a Salon server.</source>
        <translation>Le serveur et ce programme ne se comprennent pas. Vérifiez que vous vous connectez bien à un serveur Salon.</translation>
    </message>
    <message>
        <source>What was sent is too large for the server.</source>
        <translation>Cet envoi est trop gros pour le serveur.</translation>
    </message>
    <message>
        <source>The server and this program do not understand each other. One of them may need an update.</source>
        <translation>Le serveur et ce programme ne se comprennent pas. L’un des deux a peut-être besoin d’une mise à jour.</translation>
    </message>
    <message>
        <source>This server is too old for that. Ask its operator to update it.</source>
        <translation>Ce serveur est trop ancien pour cela. Demandez à son responsable de le mettre à jour.</translation>
    </message>
    <message>
        <source>The server sent something unexpected. Try again.</source>
        <translation>Le serveur a envoyé quelque chose d’inattendu. Réessayez.</translation>
    </message>
    <message>
        <source>The server speaks another version of the protocol. Update this program.</source>
        <translation>Le serveur parle une autre version du protocole. Mettez ce programme à jour.</translation>
    </message>
    <message>
        <source>That was too fast for the server. It goes on in a moment.</source>
        <translation>C’était trop rapide pour le serveur. Cela reprend dans un instant.</translation>
    </message>
    <message>
        <source>The server has too many connections now. Try again later.</source>
        <translation>Le serveur a trop de connexions en ce moment. Réessayez plus tard.</translation>
    </message>
    <message>
        <source>The server does not answer. Try again.</source>
        <translation>Le serveur ne répond pas. Réessayez.</translation>
    </message>
    <message>
        <source>You are not logged in.</source>
        <translation>Vous n’avez pas ouvert de session.</translation>
    </message>
    <message>
        <source>The username or the password is wrong. Check both and try again.</source>
        <translation>Le nom d’utilisateur ou le mot de passe est incorrect. Vérifiez les deux et réessayez.</translation>
    </message>
    <message>
        <source>Somebody has this username already. Choose another one.</source>
        <translation>Ce nom d’utilisateur est déjà pris. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>This name looks too much like another one here. Choose another one.</source>
        <translation>Ce nom ressemble trop à un autre d’ici. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>A username has 1 to 32 characters: letters a to z, digits, dot, dash and underscore, starting with a letter or a digit.</source>
        <translation>Un nom d’utilisateur compte de 1 à 32 caractères&#xa0;: lettres de a à z, chiffres, point, tiret et tiret bas&#x202f;; il commence par une lettre ou un chiffre.</translation>
    </message>
    <message>
        <source>This name cannot be used: 1 to 32 visible characters are allowed.</source>
        <translation>Ce nom ne peut pas être utilisé&#xa0;: il faut de 1 à 32 caractères visibles.</translation>
    </message>
    <message>
        <source>The password is too short: at least %1 characters, please.</source>
        <translation>Le mot de passe est trop court&#xa0;: il faut au moins %1 caractères.</translation>
    </message>
    <message>
        <source>The password is too long: at most %1 bytes are allowed.</source>
        <translation>Le mot de passe est trop long&#xa0;: %1 octets au plus.</translation>
    </message>
    <message>
        <source>This server takes no new accounts. Ask its operator for one.</source>
        <translation>Ce serveur n’accepte pas de nouveaux comptes. Demandez-en un à son responsable.</translation>
    </message>
    <message>
        <source>This server asks for an invitation. Ask somebody there for a link.</source>
        <translation>Ce serveur demande une invitation. Demandez un lien à quelqu’un qui s’y trouve.</translation>
    </message>
    <message>
        <source>This invitation is not valid, or it was used already. Ask for a new one.</source>
        <translation>Cette invitation n’est pas valable, ou elle a déjà servi. Demandez-en une nouvelle.</translation>
    </message>
    <message>
        <source>This invitation has expired. Ask for a new one.</source>
        <translation>Cette invitation a expiré. Demandez-en une nouvelle.</translation>
    </message>
    <message>
        <source>The owner code is wrong, or it was used already. The server showed it when it was started for the first time.</source>
        <translation>Le code de propriétaire est faux, ou il a déjà servi. Le serveur l’a affiché à son premier démarrage.</translation>
    </message>
    <message>
        <source>The server does not know this device, or it was removed from the account. Log in with your password.</source>
        <translation>Le serveur ne connaît pas cet appareil, ou l’appareil a été retiré du compte. Connectez-vous avec votre mot de passe.</translation>
    </message>
    <message>
        <source>The server did not accept this device&apos;s key. Log in with your password.</source>
        <translation>Le serveur n’a pas accepté la clé de cet appareil. Connectez-vous avec votre mot de passe.</translation>
    </message>
    <message>
        <source>This account has too many devices. Remove one that you no longer use.</source>
        <translation>Ce compte a trop d’appareils. Retirez-en un que vous n’utilisez plus.</translation>
    </message>
    <message>
        <source>There were too many wrong attempts. Wait a little, then try again.</source>
        <translation>Il y a eu trop de tentatives infructueuses. Attendez un peu, puis réessayez.</translation>
    </message>
    <message>
        <source>This account is blocked. Ask the operator of the server.</source>
        <translation>Ce compte est bloqué. Adressez-vous au responsable du serveur.</translation>
    </message>
    <message>
        <source>You are not allowed to do that.</source>
        <translation>Vous n’avez pas le droit de faire cela.</translation>
    </message>
    <message>
        <source>There is nobody of that name.</source>
        <translation>Personne ne porte ce nom.</translation>
    </message>
    <message>
        <source>A status is one line of at most 200 bytes.</source>
        <translation>Un texte de statut tient sur une ligne de 200 octets au plus.</translation>
    </message>
    <message>
        <source>This room does not exist.</source>
        <translation>Ce salon n’existe pas.</translation>
    </message>
    <message>
        <source>You are not a member of this room. Join it first.</source>
        <translation>Vous n’êtes pas membre de ce salon. Rejoignez-le d’abord.</translation>
    </message>
    <message>
        <source>A room&apos;s name has 1 to 64 visible characters.</source>
        <translation>Un nom de salon compte de 1 à 64 caractères visibles.</translation>
    </message>
    <message>
        <source>There is a room of that name already. Choose another name.</source>
        <translation>Un salon porte déjà ce nom. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>A topic is one line of at most 390 bytes.</source>
        <translation>Un sujet tient sur une ligne de 390 octets au plus.</translation>
    </message>
    <message>
        <source>You have reached the limit of rooms. Leave one, or try again tomorrow.</source>
        <translation>Vous avez atteint le nombre maximal de salons. Quittez-en un, ou réessayez demain.</translation>
    </message>
    <message>
        <source>This room is full.</source>
        <translation>Ce salon est complet.</translation>
    </message>
    <message>
        <source>This person is in the room already.</source>
        <translation>Cette personne est déjà dans le salon.</translation>
    </message>
    <message>
        <source>This room cannot be left.</source>
        <translation>Ce salon ne peut pas être quitté.</translation>
    </message>
    <message>
        <source>There is nothing to send.</source>
        <translation>Il n’y a rien à envoyer.</translation>
    </message>
    <message>
        <source>This message is too long: it has %1 bytes and %2 are allowed. Split it into several messages.</source>
        <translation>Ce message est trop long&#xa0;: il compte %1 octets et %2 sont permis. Coupez-le en plusieurs messages.</translation>
    </message>
    <message>
        <source>A line of this message is longer than %1 characters. Break it into several lines.</source>
        <translation>Une ligne de ce message dépasse %1 caractères. Coupez-la en plusieurs lignes.</translation>
    </message>
    <message>
        <source>This message has more than %1 lines. Split it into several messages.</source>
        <translation>Ce message a plus de %1 lignes. Coupez-le en plusieurs messages.</translation>
    </message>
    <message>
        <source>This text contains a broken character. Remove it and try again.</source>
        <translation>Ce texte contient un caractère défectueux. Enlevez-le et réessayez.</translation>
    </message>
    <message>
        <source>An earlier message has to arrive first. It is sent again by itself.</source>
        <translation>Un message précédent doit d’abord arriver. Celui-ci sera renvoyé automatiquement.</translation>
    </message>
    <message>
        <source>The message is being numbered anew. It is sent again by itself.</source>
        <translation>Le message reçoit un nouveau numéro. Il sera renvoyé automatiquement.</translation>
    </message>
    <message>
        <source>The server is busy. It is tried again by itself.</source>
        <translation>Le serveur est occupé. Une nouvelle tentative se fera automatiquement.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing is lost; it is tried again by itself.</source>
        <translation>Le disque est plein. Rien n’est perdu&#x202f;; une nouvelle tentative se fera automatiquement.</translation>
    </message>
    <message>
        <source>Saving failed. Keep the text and try again.</source>
        <translation>L’enregistrement a échoué. Gardez le texte et réessayez.</translation>
    </message>
    <message>
        <source>The server is being stopped. You are reconnected when it is back.</source>
        <translation>Le serveur s’arrête. La connexion se rétablira à son retour.</translation>
    </message>
    <message>
        <source>Something went wrong that should not. Try again.</source>
        <translation>Une erreur imprévue s’est produite. Réessayez.</translation>
    </message>
    <message>
        <source>There is no connection to the server.</source>
        <translation>Il n’y a pas de connexion avec le serveur.</translation>
    </message>
    <message>
        <source>There is no machine of that name. Check the address and your network.</source>
        <translation>Aucune machine ne porte ce nom. Vérifiez l’adresse et votre réseau.</translation>
    </message>
    <message>
        <source>Nothing answers at this address. Check it, and whether the server runs.</source>
        <translation>Rien ne répond à cette adresse. Vérifiez-la, et vérifiez que le serveur tourne.</translation>
    </message>
    <message>
        <source>No secure connection could be made. Check that the address is that of a Salon server.</source>
        <translation>Aucune connexion sûre n’a pu être établie. Vérifiez que l’adresse est bien celle d’un serveur Salon.</translation>
    </message>
    <message>
        <source>The server shows another key than before. Nothing was sent to it.</source>
        <translation>Le serveur présente une autre clé qu’auparavant. Rien ne lui a été envoyé.</translation>
    </message>
    <message>
        <source>“%1” cannot be opened. Check its permissions.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être ouvert. Vérifiez ses droits d’accès.</translation>
    </message>
    <message>
        <source>A database is damaged. It was set aside, and a new one was begun.</source>
        <translation>Une base de données est endommagée. Elle a été mise de côté et une nouvelle a été commencée.</translation>
    </message>
    <message>
        <source>Salon is running already with this data folder.</source>
        <translation>Salon tourne déjà avec ce dossier de données.</translation>
    </message>
    <message>
        <source>This is not an address that can be reached. It looks like “chat.example.org” or “192.168.1.5:7256”, or is a salon:// link.</source>
        <translation>Ce n’est pas une adresse joignable. Une adresse s’écrit comme «&#xa0;chat.example.org&#xa0;» ou «&#xa0;192.168.1.5:7256&#xa0;», ou bien c’est un lien salon://.</translation>
    </message>
    <message>
        <source>Another program uses this address already.</source>
        <translation>Un autre programme utilise déjà cette adresse.</translation>
    </message>
    <message>
        <source>It was canceled.</source>
        <translation>L’opération a été annulée.</translation>
    </message>
    <message>
        <source>%1 has reached the limit of rooms and cannot be added to another.</source>
        <translation>%1 a atteint le nombre maximal de salons et ne peut être ajouté à aucun autre.</translation>
    </message>
    <message>
        <source>The server refused this with the unknown code %1. This program may need an update.</source>
        <translation>Le serveur a refusé avec le code inconnu %1. Ce programme a peut-être besoin d’une mise à jour.</translation>
    </message>
    <message>
        <source>You were disconnected by the operator.</source>
        <translation>Le responsable du serveur a mis fin à votre connexion.</translation>
    </message>
    <message>
        <source>This device was removed from your account.</source>
        <translation>Cet appareil a été retiré de votre compte.</translation>
    </message>
    <message>
        <source>This connection was too slow. It is made again.</source>
        <translation>Cette connexion était trop lente. Elle va être rétablie.</translation>
    </message>
    <message>
        <source>The server did not hear from this device for too long.</source>
        <translation>Le serveur est resté trop longtemps sans nouvelles de cet appareil.</translation>
    </message>
    <message>
        <source>This device connected a second time; the other connection stays.</source>
        <translation>Cet appareil s’est connecté une seconde fois&#x202f;; l’autre connexion est conservée.</translation>
    </message>
    <message>
        <source>The server ended the connection.</source>
        <translation>Le serveur a mis fin à la connexion.</translation>
    </message>
    <message>
        <source>%1 They say: “%2”</source>
        <extracomment>%1 is a sentence like &quot;You were disconnected by the operator.&quot;, %2 what that person wrote</extracomment>
        <translation>%1 Message&#xa0;: «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>The server shows another key</source>
        <translation>Le serveur présente une autre clé</translation>
    </message>
    <message>
        <source>“%1” has identified itself with another key than the one this device remembers. Nothing was sent.

Either the server was set up anew, or somebody is in between and pretends to be the server. Ask the operator, by another way than this program, for the fingerprint that the server shows when it starts, and compare.

Remembered: %2
Shown now: %3

Accept the new key only if it is the operator&apos;s.</source>
        <translation>«&#xa0;%1&#xa0;» s’est identifié avec une autre clé que celle que cet appareil a retenue. Rien n’a été envoyé.

Soit le serveur a été réinstallé, soit quelqu’un s’est placé entre vous et lui et se fait passer pour le serveur. Demandez au responsable du serveur, par un autre moyen que ce programme, l’empreinte que le serveur affiche au démarrage, et comparez.

Retenue&#xa0;: %2
Présentée&#xa0;: %3

N’acceptez la nouvelle clé que si c’est bien celle du serveur.</translation>
    </message>
    <message>
        <source>“%1” was written by a newer version of Salon. Nothing was changed in it: install that version again to go on with it.</source>
        <translation>«&#xa0;%1&#xa0;» a été écrit par une version plus récente de Salon. Rien n’y a été modifié&#xa0;: réinstallez cette version pour continuer à l’utiliser.</translation>
    </message>
    <message>
        <source>Somebody who was banned from this room cannot come in. A moderator or the maker of the room can lift the ban.</source>
        <translation>Une personne bannie de ce salon ne peut pas y entrer. Un modérateur ou la personne qui a créé le salon peut lever le bannissement.</translation>
    </message>
    <message>
        <source>This person is not banned from the room and can come in.</source>
        <translation>Cette personne n’est pas bannie du salon et peut y entrer.</translation>
    </message>
    <message>
        <source>There is no such message here, or it is from before you joined. Choose another one.</source>
        <translation>Ce message n’existe pas ici, ou il date d’avant votre arrivée. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>This message was deleted. Nothing about it can be changed any more.</source>
        <translation>Ce message a été supprimé. On ne peut plus rien y changer.</translation>
    </message>
    <message>
        <source>Nothing was changed: it is like that already.</source>
        <translation>Rien n’a changé&#xa0;: c’est déjà ainsi.</translation>
    </message>
    <message>
        <source>This message has as many different reactions as it can have. Choose one of those that are there.</source>
        <translation>Ce message a déjà le plus grand nombre de réactions différentes. Choisissez-en une qui s’y trouve déjà.</translation>
    </message>
    <message>
        <source>A reaction is exactly one emoji. Choose one from the list.</source>
        <translation>Une réaction est un seul emoji. Choisissez-en un dans la liste.</translation>
    </message>
    <message>
        <source>This room has as many pinned messages as it can have. Unpin one that is no longer needed.</source>
        <translation>Ce salon a déjà le plus grand nombre de messages épinglés. Désépinglez-en un qui ne sert plus.</translation>
    </message>
    <message>
        <source>You have saved as many messages as you can. Take one that you no longer need off the list.</source>
        <translation>Vous avez gardé le plus grand nombre de messages possible. Retirez de la liste un message qui ne vous sert plus.</translation>
    </message>
    <message>
        <source>%1 is banned from this room. Lift the ban first, or ask a moderator to do it.</source>
        <translation>%1 est sur la liste des personnes bannies de ce salon. Levez d’abord le bannissement, ou demandez-le à un modérateur.</translation>
    </message>
    <message>
        <source>Only its moderators write in this room.</source>
        <translation>Seuls les modérateurs écrivent dans ce salon.</translation>
    </message>
    <message>
        <source>The rules of this room do not let you send files there.</source>
        <translation>Les règles de ce salon ne vous permettent pas d’y envoyer des fichiers.</translation>
    </message>
    <message>
        <source>This room is in slow mode. Your message goes when its pause is over.</source>
        <translation>Ce salon est en mode lent. Votre message part dès que la pause est finie.</translation>
    </message>
    <message>
        <source>Nothing can be searched for with that. Give at least one word or one condition.</source>
        <translation>Rien ne peut être cherché ainsi. Donnez au moins un mot ou une condition.</translation>
    </message>
    <message>
        <source>The search took too long. Give more words, or a shorter time.</source>
        <translation>La recherche a pris trop de temps. Donnez plus de mots, ou une période plus courte.</translation>
    </message>
    <message>
        <source>The file is too large: this server takes files of up to %1.</source>
        <translation>Le fichier est trop volumineux&#xa0;: ce serveur accepte des fichiers jusqu’à %1.</translation>
    </message>
    <message>
        <source>These are too many files for one message: at most %1 go together.</source>
        <translation>Il y a trop de fichiers pour un seul message&#xa0;: %1 au plus vont ensemble.</translation>
    </message>
    <message>
        <source>The file has a name that cannot be sent. Rename it and try again.</source>
        <translation>Le nom de ce fichier ne peut pas être envoyé. Renommez-le et réessayez.</translation>
    </message>
    <message>
        <source>The server does not have this file. It is sent again.</source>
        <translation>Le serveur n’a pas ce fichier. Il est envoyé de nouveau.</translation>
    </message>
    <message>
        <source>This file is no longer there: its message was deleted.</source>
        <translation>Ce fichier n’existe plus&#xa0;: son message a été supprimé.</translation>
    </message>
    <message>
        <source>The file arrived damaged. Try again.</source>
        <translation>Le fichier est arrivé abîmé. Réessayez.</translation>
    </message>
    <message>
        <source>The server no longer knows of this file. It is sent again from where it stopped.</source>
        <translation>Le serveur ne connaît plus cet envoi. Il reprend là où il s’est arrêté.</translation>
    </message>
    <message>
        <source>Part of the file is missing on the server. It is sent again from there.</source>
        <translation>Une partie du fichier manque sur le serveur. L’envoi reprend à cet endroit.</translation>
    </message>
    <message>
        <source>Too many files are under way at once. This one waits for the others.</source>
        <translation>Trop de fichiers sont en route à la fois. Celui-ci attend les autres.</translation>
    </message>
    <message>
        <source>You have sent as many files today as this server allows. Try again tomorrow.</source>
        <translation>Vous avez envoyé aujourd’hui autant de fichiers que ce serveur le permet. Réessayez demain.</translation>
    </message>
    <message>
        <source>The server has no more room for files. Ask its operator.</source>
        <translation>Le serveur n’a plus de place pour les fichiers. Adressez-vous à son responsable.</translation>
    </message>
    <message>
        <source>The file changed or went away before it was sent. Choose it again.</source>
        <translation>Le fichier a changé ou disparu avant d’être envoyé. Choisissez-le de nouveau.</translation>
    </message>
    <message>
        <source>One of these rules cannot have this value here. Check them and try again.</source>
        <translation>L’une de ces règles ne peut pas avoir cette valeur ici. Vérifiez-les et réessayez.</translation>
    </message>
</context>
<context>
    <name>salon::EventText</name>
    <message>
        <source>%1 began this conversation.</source>
        <translation>%1 a commencé cette conversation.</translation>
    </message>
    <message>
        <source>The room “%1” was created.</source>
        <translation>Le salon «&#xa0;%1&#xa0;» a été créé.</translation>
    </message>
    <message>
        <source>%1 created the room “%2”.</source>
        <translation>%1 a créé le salon «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>%1 joined the room.</source>
        <translation>%1 a rejoint le salon.</translation>
    </message>
    <message>
        <source>%1 left the room.</source>
        <translation>%1 a quitté le salon.</translation>
    </message>
    <message>
        <source>%1 added %2 to the room.</source>
        <translation>%1 a ajouté %2 au salon.</translation>
    </message>
    <message>
        <source>The room is now called “%1”.</source>
        <translation>Le salon s’appelle désormais «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>%1 renamed the room to “%2”.</source>
        <translation>%1 a renommé le salon en «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>%1 removed the topic.</source>
        <translation>%1 a supprimé le sujet.</translation>
    </message>
    <message>
        <source>%1 set the topic: “%2”</source>
        <translation>%1 a choisi le sujet&#xa0;: «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>%1 removed %2 from the room.</source>
        <translation>%1 a retiré %2 du salon.</translation>
    </message>
    <message>
        <source>Announcement: %1</source>
        <translation>Annonce&#xa0;: %1</translation>
    </message>
    <message>
        <source>Something happened here that this version cannot show. An update may help.</source>
        <translation>Il s’est passé ici quelque chose que cette version ne sait pas montrer. Une mise à jour peut aider.</translation>
    </message>
    <message numerus="yes">
        <source>%n older message(s) are no longer on the server.</source>
        <translation>
            <numerusform>%n message plus ancien n’est plus sur le serveur.</numerusform>
            <numerusform>%n messages plus anciens ne sont plus sur le serveur.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A message in the list of rooms: author, text</extracomment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 sent %2 to “%3”. SHA-256: %4</source>
        <extracomment>Data that a program sent to an exercise of the classroom: who, how much, which exercise, check sum</extracomment>
        <translation>%1 a envoyé %2 à «&#xa0;%3&#xa0;». SHA-256&#xa0;: %4</translation>
    </message>
    <message>
        <source>%1 arrived by plain text.</source>
        <translation>%1 est arrivé en texte brut.</translation>
    </message>
    <message>
        <source>%1 left.</source>
        <translation>%1 est parti.</translation>
    </message>
    <message>
        <source>%1 connected to “%2”.</source>
        <translation>%1 s’est connecté à «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>%1 ended the connection to “%2”.</source>
        <translation>%1 a mis fin à la connexion à «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>Connection received from %3: %1, on “%2”.</source>
        <extracomment>The second is one of the classroom&apos;s exercises, the third an address</extracomment>
        <translation>Connexion reçue de %3&#xa0;: %1, sur «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>Connection from %3 ended: %1, on “%2”.</source>
        <translation>Connexion de %3 terminée&#xa0;: %1, sur «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>Nobody is there to read this any more.</source>
        <extracomment>Somebody answers a guest who is gone, and the server does not know any more who it was</extracomment>
        <translation>Il n’y a plus personne pour lire ceci.</translation>
    </message>
    <message>
        <source>%1 pinned a message.</source>
        <translation>%1 a épinglé un message.</translation>
    </message>
    <message>
        <source>%1 unpinned a message.</source>
        <translation>%1 a désépinglé un message.</translation>
    </message>
    <message>
        <source>%1 banned %2 from the room.</source>
        <translation>%1 a banni %2 du salon.</translation>
    </message>
    <message>
        <source>%1 lets %2 come back.</source>
        <translation>%1 permet à %2 de revenir.</translation>
    </message>
    <message>
        <source>Message deleted</source>
        <translation>Message supprimé</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Somebody tells what they do: &quot;Marie waves&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The rules of the room were changed.</source>
        <translation>Les règles du salon ont été modifiées.</translation>
    </message>
    <message>
        <source>%1 changed the rules of the room.</source>
        <translation>%1 a modifié les règles du salon.</translation>
    </message>
    <message numerus="yes">
        <source>🗂 %1 (%n file(s))</source>
        <extracomment>A folder that was sent: its name, how many files it has</extracomment>
        <translation>
            <numerusform>🗂 %1 (%n fichier)</numerusform>
            <numerusform>🗂 %1 (%n fichiers)</numerusform>
        </translation>
    </message>
    <message>
        <source>📷 Photo</source>
        <translation>📷 Photo</translation>
    </message>
    <message numerus="yes">
        <source>📷 %n photo(s)</source>
        <translation>
            <numerusform>📷 %n photo</numerusform>
            <numerusform>📷 %n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n fichier</numerusform>
            <numerusform>%n fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>A message with files: the files, what is written with them</extracomment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>salon::ExportDialog</name>
    <message>
        <source>Folder for the room</source>
        <translation>Dossier pour le salon</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Ce dossier n’existe pas.</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <extracomment>%1 is the path of a folder</extracomment>
        <translation>Terminé&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 of %2 entries written.</source>
        <extracomment>How far an export is; both are numbers of lines of the room&apos;s history</extracomment>
        <translation>%1 entrées écrites sur %2.</translation>
    </message>
    <message>
        <source>%1 of %2 files fetched.</source>
        <translation>%1 fichiers reçus sur %2.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save %1 as files</source>
        <extracomment>%1 is the name of a room</extracomment>
        <translation>Enregistrer %1 dans des fichiers</translation>
    </message>
    <message>
        <source>A new folder gets all messages that you can read there: as a page for every browser, as JSON Lines for programs, and with the files that were sent.</source>
        <translation>Un nouveau dossier reçoit tous les messages que vous pouvez y lire&#xa0;: en une page pour tout navigateur, en JSON Lines pour les programmes, et avec les fichiers envoyés.</translation>
    </message>
    <message>
        <source>In this folder</source>
        <translation>Dans ce dossier</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
</context>
<context>
    <name>salon::ExportPage</name>
    <message>
        <source>From “%1”, exported on %2 by %3.</source>
        <extracomment>Server, date and time, person</extracomment>
        <translation>De «&#xa0;%1&#xa0;», exporté le %2 par %3.</translation>
    </message>
    <message>
        <source>End of the export</source>
        <translation>Fin de l’export</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>épinglé</translation>
    </message>
    <message>
        <source>This message was deleted.</source>
        <translation>Ce message a été supprimé.</translation>
    </message>
    <message>
        <source>Folder “%1”</source>
        <translation>Dossier «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>An earlier message</source>
        <translation>Un message précédent</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A message that is answered: author, its beginning</extracomment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>The server had this file no more.</source>
        <translation>Le serveur n’avait plus ce fichier.</translation>
    </message>
</context>
<context>
    <name>salon::FieldChip</name>
    <message>
        <source>%1, remove this condition</source>
        <extracomment>Of a condition of a search, &quot;From: Marie&quot;; %1 is the condition</extracomment>
        <translation>%1, retirer cette condition</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>Retirer cette condition</translation>
    </message>
</context>
<context>
    <name>salon::FieldWords</name>
    <message>
        <source>a person&apos;s number</source>
        <translation>le numéro d’une personne</translation>
    </message>
    <message>
        <source>where to go on, from the page before</source>
        <translation>où reprendre, d’après la page précédente</translation>
    </message>
    <message>
        <source>the name of a guest who speaks through a gateway</source>
        <translation>le nom d’un invité qui parle à travers une passerelle</translation>
    </message>
    <message>
        <source>who did or wrote it</source>
        <translation>qui l’a fait ou écrit</translation>
    </message>
    <message>
        <source>what the author was called when it was written</source>
        <translation>le nom de l’auteur au moment d’écrire</translation>
    </message>
    <message>
        <source>only what is older than this number</source>
        <translation>seulement ce qui est plus ancien que ce numéro</translation>
    </message>
    <message>
        <source>who came, went or changed</source>
        <translation>qui est arrivé, parti ou a changé</translation>
    </message>
    <message>
        <source>a random number that the message keeps on all its ways, so that it is never there twice</source>
        <translation>un nombre au hasard que le message garde partout, pour ne jamais exister deux fois</translation>
    </message>
    <message>
        <source>the program and its version</source>
        <translation>le programme et sa version</translation>
    </message>
    <message>
        <source>a number that says why, or a code to type in</source>
        <translation>un numéro qui dit pourquoi, ou un code à saisir</translation>
    </message>
    <message>
        <source>counts the messages from one device to the other</source>
        <translation>compte les messages d’un appareil à l’autre</translation>
    </message>
    <message>
        <source>where each conversation stands</source>
        <translation>où en est chaque conversation</translation>
    </message>
    <message>
        <source>this is the device that asks</source>
        <translation>c’est l’appareil qui demande</translation>
    </message>
    <message>
        <source>the bytes of the file</source>
        <translation>les octets du fichier</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>un appareil</translation>
    </message>
    <message>
        <source>the devices</source>
        <translation>les appareils</translation>
    </message>
    <message>
        <source>the name that others see</source>
        <translation>le nom que voient les autres</translation>
    </message>
    <message>
        <source>when the device became known</source>
        <translation>quand l’appareil a été enregistré</translation>
    </message>
    <message>
        <source>changes when a backup is restored; numbers from before then mean nothing</source>
        <translation>change quand une sauvegarde est restaurée&#x202f;; les numéros d’avant ne veulent alors plus rien dire</translation>
    </message>
    <message>
        <source>what happened, in order</source>
        <translation>ce qui s’est passé, dans l’ordre</translation>
    </message>
    <message>
        <source>until when it is good</source>
        <translation>jusqu’à quand c’est valable</translation>
    </message>
    <message>
        <source>what the program knows beyond the basics</source>
        <translation>ce que le programme sait faire en plus</translation>
    </message>
    <message>
        <source>how large the file is</source>
        <translation>la taille du fichier</translation>
    </message>
    <message>
        <source>a fingerprint of the file (SHA-256), by which damage shows</source>
        <translation>une empreinte du fichier (SHA-256), qui trahit toute altération</translation>
    </message>
    <message>
        <source>what the file is called</source>
        <translation>le nom du fichier</translation>
    </message>
    <message>
        <source>the room that everybody lands in</source>
        <translation>le salon où tout le monde arrive</translation>
    </message>
    <message>
        <source>the oldest number that can be read</source>
        <translation>le plus ancien numéro lisible</translation>
    </message>
    <message>
        <source>what lies before this number was left out</source>
        <translation>ce qui précède ce numéro a été omis</translation>
    </message>
    <message>
        <source>the account has a password</source>
        <translation>le compte a un mot de passe</translation>
    </message>
    <message>
        <source>the number of the newest event</source>
        <translation>le numéro de l’événement le plus récent</translation>
    </message>
    <message>
        <source>the newest number of each room</source>
        <translation>le numéro le plus récent de chaque salon</translation>
    </message>
    <message>
        <source>its number</source>
        <translation>son numéro</translation>
    </message>
    <message>
        <source>how many messages may be under way at once</source>
        <translation>combien de messages peuvent être en route à la fois</translation>
    </message>
    <message>
        <source>an invitation code</source>
        <translation>un code d’invitation</translation>
    </message>
    <message>
        <source>the public half of a key: who has the other half can sign</source>
        <translation>la moitié publique d’une clé&#xa0;: qui a l’autre moitié peut signer</translation>
    </message>
    <message>
        <source>of which kind it is</source>
        <translation>de quelle sorte</translation>
    </message>
    <message>
        <source>up to which number everything is there</source>
        <translation>jusqu’à quel numéro tout est là</translation>
    </message>
    <message>
        <source>when something happened last</source>
        <translation>quand il s’est passé quelque chose pour la dernière fois</translation>
    </message>
    <message>
        <source>the random number of the last message that is there</source>
        <translation>le nombre au hasard du dernier message présent</translation>
    </message>
    <message>
        <source>when the person was here last</source>
        <translation>quand la personne était là pour la dernière fois</translation>
    </message>
    <message>
        <source>for how long it is good</source>
        <translation>pendant combien de temps c’est valable</translation>
    </message>
    <message>
        <source>at most so many</source>
        <translation>au plus autant</translation>
    </message>
    <message>
        <source>what the server takes at most</source>
        <translation>ce que le serveur accepte au plus</translation>
    </message>
    <message>
        <source>characters in a line at most</source>
        <translation>caractères par ligne, au plus</translation>
    </message>
    <message>
        <source>lines of a message at most</source>
        <translation>lignes par message, au plus</translation>
    </message>
    <message>
        <source>a link that carries the code</source>
        <translation>un lien qui contient le code</translation>
    </message>
    <message>
        <source>what comes next will be told by itself</source>
        <translation>la suite sera annoncée d’elle-même</translation>
    </message>
    <message>
        <source>the language of the person</source>
        <translation>la langue de la personne</translation>
    </message>
    <message>
        <source>the username</source>
        <translation>l’identifiant</translation>
    </message>
    <message>
        <source>made the room</source>
        <translation>a créé le salon</translation>
    </message>
    <message>
        <source>you are in it</source>
        <translation>vous en faites partie</translation>
    </message>
    <message>
        <source>how many are in it</source>
        <translation>combien de personnes y sont</translation>
    </message>
    <message>
        <source>who is in it</source>
        <translation>qui en fait partie</translation>
    </message>
    <message>
        <source>who is named with @, or how many times you were</source>
        <translation>qui est nommé avec @, ou combien de fois vous l’êtes</translation>
    </message>
    <message>
        <source>there is another page</source>
        <translation>il y a une autre page</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>un nom</translation>
    </message>
    <message>
        <source>the new password</source>
        <translation>le nouveau mot de passe</translation>
    </message>
    <message>
        <source>random bytes for this connection only; they are signed, so that an old signature is of no use</source>
        <translation>des octets au hasard pour cette seule connexion&#x202f;; on les signe, et une vieille signature ne sert donc à rien</translation>
    </message>
    <message>
        <source>from which byte of the file on, or from which place in the list</source>
        <translation>à partir de quel octet du fichier, ou de quelle place dans la liste</translation>
    </message>
    <message>
        <source>the password until now</source>
        <translation>le mot de passe jusqu’ici</translation>
    </message>
    <message>
        <source>how many are here</source>
        <translation>combien de personnes sont là</translation>
    </message>
    <message>
        <source>the other people of a direct conversation</source>
        <translation>les autres personnes d’une conversation directe</translation>
    </message>
    <message>
        <source>how it ended</source>
        <translation>comment cela s’est terminé</translation>
    </message>
    <message>
        <source>what the sentence about it needs: names, numbers</source>
        <translation>ce qu’il faut à la phrase qui le dit&#xa0;: noms, nombres</translation>
    </message>
    <message>
        <source>a password</source>
        <translation>un mot de passe</translation>
    </message>
    <message>
        <source>the people</source>
        <translation>les personnes</translation>
    </message>
    <message>
        <source>a fingerprint of the server&apos;s key</source>
        <translation>une empreinte de la clé du serveur</translation>
    </message>
    <message>
        <source>the number of the port</source>
        <translation>le numéro du port</translation>
    </message>
    <message>
        <source>here, away or busy</source>
        <translation>là, absent ou occupé</translation>
    </message>
    <message>
        <source>what others see of a person</source>
        <translation>ce que les autres voient d’une personne</translation>
    </message>
    <message>
        <source>what is looked for</source>
        <translation>ce que l’on cherche</translation>
    </message>
    <message>
        <source>up to where you have read</source>
        <translation>jusqu’où vous avez lu</translation>
    </message>
    <message>
        <source>why</source>
        <translation>pourquoi</translation>
    </message>
    <message>
        <source>up to which message everything is stored</source>
        <translation>jusqu’à quel message tout est enregistré</translation>
    </message>
    <message>
        <source>messages that are not taken</source>
        <translation>les messages qui ne sont pas pris</translation>
    </message>
    <message>
        <source>who may make an account</source>
        <translation>qui peut créer un compte</translation>
    </message>
    <message>
        <source>forget what you have of it, and begin anew</source>
        <translation>oubliez ce que vous en avez, et recommencez</translation>
    </message>
    <message>
        <source>when to try again, in thousandths of a second</source>
        <translation>dans combien de millièmes de seconde réessayer</translation>
    </message>
    <message>
        <source>the other devices must log in again</source>
        <translation>les autres appareils doivent se reconnecter</translation>
    </message>
    <message>
        <source>what the person may do on this server</source>
        <translation>ce que la personne a le droit de faire sur ce serveur</translation>
    </message>
    <message>
        <source>the number of a room, or the room itself</source>
        <translation>le numéro d’un salon, ou le salon lui-même</translation>
    </message>
    <message>
        <source>the rooms</source>
        <translation>les salons</translation>
    </message>
    <message>
        <source>your own account</source>
        <translation>votre propre compte</translation>
    </message>
    <message>
        <source>the number of the event in its room, counted from 1</source>
        <translation>le numéro de l’événement dans son salon, à partir de 1</translation>
    </message>
    <message>
        <source>by which the server is known again, whatever it is called</source>
        <translation>ce à quoi le serveur se reconnaît, quel que soit son nom</translation>
    </message>
    <message>
        <source>proves who has the secret half of a key</source>
        <translation>prouve qui possède la moitié secrète d’une clé</translation>
    </message>
    <message>
        <source>the server&apos;s program and its version</source>
        <translation>le programme du serveur et sa version</translation>
    </message>
    <message>
        <source>how things stand</source>
        <translation>où en sont les choses</translation>
    </message>
    <message>
        <source>the words of the status</source>
        <translation>le texte du statut</translation>
    </message>
    <message>
        <source>whom or what it is about</source>
        <translation>de qui ou de quoi il s’agit</translation>
    </message>
    <message>
        <source>what was written</source>
        <translation>ce qui a été écrit</translation>
    </message>
    <message>
        <source>bytes of a message at most</source>
        <translation>octets par message, au plus</translation>
    </message>
    <message>
        <source>when it was written</source>
        <translation>quand cela a été écrit</translation>
    </message>
    <message>
        <source>what the room is about</source>
        <translation>de quoi parle le salon</translation>
    </message>
    <message>
        <source>how many there are in all</source>
        <translation>combien il y en a en tout</translation>
    </message>
    <message>
        <source>how many messages you have not read</source>
        <translation>combien de messages vous n’avez pas lus</translation>
    </message>
    <message>
        <source>how many people it is good for</source>
        <translation>pour combien de personnes c’est valable</translation>
    </message>
    <message>
        <source>the version of the protocol that both will speak</source>
        <translation>la version du protocole que tous deux parleront</translation>
    </message>
    <message>
        <source>the versions of the protocol that it knows</source>
        <translation>les versions du protocole qu’il connaît</translation>
    </message>
    <message>
        <source>the person may not come back</source>
        <translation>la personne ne peut pas revenir</translation>
    </message>
    <message>
        <source>whether everybody in the room is called with @room, or who is here with @here</source>
        <translation>si tout le salon est appelé par @room, ou ceux qui sont là par @here</translation>
    </message>
    <message>
        <source>the number of the newest change of the message</source>
        <translation>le numéro du dernier changement du message</translation>
    </message>
    <message>
        <source>how many people</source>
        <translation>combien de personnes</translation>
    </message>
    <message>
        <source>the message was deleted; nothing is left of what it said</source>
        <translation>le message a été supprimé&#x202f;; il ne reste rien de ce qu’il disait</translation>
    </message>
    <message>
        <source>who deleted it</source>
        <translation>qui l’a supprimé</translation>
    </message>
    <message>
        <source>when the text was last changed</source>
        <translation>quand le texte a été modifié pour la dernière fois</translation>
    </message>
    <message>
        <source>the emoji of a reaction</source>
        <translation>l’emoji d’une réaction</translation>
    </message>
    <message>
        <source>the message, as it reads now</source>
        <translation>le message, tel qu’il se lit maintenant</translation>
    </message>
    <message>
        <source>how the text is to be read: as it stands, with Markdown, or as an action</source>
        <translation>comment lire le texte&#xa0;: tel quel, avec Markdown, ou comme une action</translation>
    </message>
    <message>
        <source>which list: pinned, saved or mentions</source>
        <translation>quelle liste&#xa0;: messages épinglés, messages gardés ou mentions</translation>
    </message>
    <message>
        <source>the messages of the list</source>
        <translation>les messages de la liste</translation>
    </message>
    <message>
        <source>you are among them</source>
        <translation>vous en êtes</translation>
    </message>
    <message>
        <source>its place in the list: the next page begins behind it</source>
        <translation>sa place dans la liste&#xa0;: la page suivante commence après elle</translation>
    </message>
    <message>
        <source>the message is pinned in its room</source>
        <translation>le message est épinglé dans son salon</translation>
    </message>
    <message>
        <source>which emoji people put on the message, and how many</source>
        <translation>quels emoji ont été mis sur le message, et combien</translation>
    </message>
    <message>
        <source>what the message said at different times</source>
        <translation>ce que le message a dit au fil du temps</translation>
    </message>
    <message>
        <source>whether the message is on the list or off it</source>
        <translation>si le message est dans la liste ou n’y est plus</translation>
    </message>
    <message>
        <source>the number of the message that is changed, or answered</source>
        <translation>le numéro du message qui est changé, ou auquel on répond</translation>
    </message>
    <message>
        <source>what of the room calls for the person&apos;s attention</source>
        <translation>ce qui, du salon, attire l’attention de la personne</translation>
    </message>
    <message>
        <source>until when that holds</source>
        <translation>jusqu’à quand cela vaut</translation>
    </message>
    <message>
        <source>how many bytes of a file go at once</source>
        <translation>combien d’octets d’un fichier partent à la fois</translation>
    </message>
    <message>
        <source>the number of a file on its way from the server</source>
        <translation>le numéro d’un fichier qui vient du serveur</translation>
    </message>
    <message>
        <source>the files of the message, or what is allowed of them</source>
        <translation>les fichiers du message, ou ce qui en est permis</translation>
    </message>
    <message>
        <source>the folder that the files were in</source>
        <translation>le dossier où étaient les fichiers</translation>
    </message>
    <message>
        <source>only what this person wrote</source>
        <translation>seulement ce que cette personne a écrit</translation>
    </message>
    <message>
        <source>only messages with a file</source>
        <translation>seulement les messages avec un fichier</translation>
    </message>
    <message>
        <source>only messages with an image</source>
        <translation>seulement les messages avec une image</translation>
    </message>
    <message>
        <source>only messages with a link</source>
        <translation>seulement les messages avec un lien</translation>
    </message>
    <message>
        <source>how high the image is, in pixels</source>
        <translation>la hauteur de l’image, en pixels</translation>
    </message>
    <message>
        <source>the person does not show how far they have read</source>
        <translation>la personne ne montre pas jusqu’où elle a lu</translation>
    </message>
    <message>
        <source>what newcomers can read</source>
        <translation>ce que les nouveaux venus peuvent lire</translation>
    </message>
    <message>
        <source>the messages that were found</source>
        <translation>les messages trouvés</translation>
    </message>
    <message>
        <source>which of the files of the message</source>
        <translation>lequel des fichiers du message</translation>
    </message>
    <message>
        <source>older messages may be missing for now</source>
        <translation>des messages plus anciens peuvent encore manquer</translation>
    </message>
    <message>
        <source>the mark of what counts as unread stays</source>
        <translation>la marque de ce qui compte comme non lu reste</translation>
    </message>
    <message>
        <source>how many bytes are wanted</source>
        <translation>combien d’octets sont demandés</translation>
    </message>
    <message>
        <source>from where on the person wants it unread</source>
        <translation>à partir d’où la personne veut que ce soit non lu</translation>
    </message>
    <message>
        <source>what kind of file it claims to be</source>
        <translation>de quel type de fichier il prétend être</translation>
    </message>
    <message>
        <source>nobody is told how far others have read</source>
        <translation>personne n’apprend jusqu’où les autres ont lu</translation>
    </message>
    <message>
        <source>nobody is told that others type</source>
        <translation>personne n’apprend que d’autres écrivent</translation>
    </message>
    <message>
        <source>when the oldest message was written that was searched</source>
        <translation>quand a été écrit le plus ancien message parcouru</translation>
    </message>
    <message>
        <source>where in its folder the file was</source>
        <translation>où se trouvait le fichier dans son dossier</translation>
    </message>
    <message>
        <source>texts are shown as they were typed</source>
        <translation>les textes sont montrés tels qu’ils ont été tapés</translation>
    </message>
    <message>
        <source>how far each person has read</source>
        <translation>jusqu’où chaque personne a lu</translation>
    </message>
    <message>
        <source>who may write in the room</source>
        <translation>qui peut écrire dans le salon</translation>
    </message>
    <message>
        <source>after how many days messages are removed</source>
        <translation>après combien de jours les messages sont supprimés</translation>
    </message>
    <message>
        <source>what holds in the room</source>
        <translation>ce qui vaut dans le salon</translation>
    </message>
    <message>
        <source>only from this moment on</source>
        <translation>seulement à partir de ce moment</translation>
    </message>
    <message>
        <source>how long everyone waits between two messages</source>
        <translation>combien de temps chacun attend entre deux messages</translation>
    </message>
    <message>
        <source>only before this moment, or until when it holds</source>
        <translation>seulement avant ce moment, ou jusqu’à quand cela vaut</translation>
    </message>
    <message>
        <source>the number of a file on its way to the server</source>
        <translation>le numéro d’un fichier qui part vers le serveur</translation>
    </message>
    <message>
        <source>how wide the image is, in pixels</source>
        <translation>la largeur de l’image, en pixels</translation>
    </message>
    <message>
        <source>also what is shown under this name, with no account behind it</source>
        <translation>aussi ce qui est affiché sous ce nom, sans compte</translation>
    </message>
    <message>
        <source>the rules that are set; the others stay as they are</source>
        <translation>les règles qui sont fixées&#x202f;; les autres restent telles quelles</translation>
    </message>
    <message>
        <source>the event with which they came into the room</source>
        <translation>l’événement avec lequel cette personne est entrée dans le salon</translation>
    </message>
</context>
<context>
    <name>salon::FileCard</name>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Accept the file %1</source>
        <translation>Accepter le fichier %1</translation>
    </message>
    <message>
        <source>Refuse the file %1</source>
        <translation>Refuser le fichier %1</translation>
    </message>
    <message>
        <source>Go on with the file %1</source>
        <translation>Reprendre le fichier %1</translation>
    </message>
    <message>
        <source>Pause the file %1</source>
        <translation>Mettre en pause le fichier %1</translation>
    </message>
    <message>
        <source>Show the file %1 in its folder</source>
        <translation>Montrer le fichier %1 dans son dossier</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Ranger</translation>
    </message>
    <message>
        <source>Stop the file %1</source>
        <translation>Arrêter le fichier %1</translation>
    </message>
</context>
<context>
    <name>salon::FileOffer</name>
    <message>
        <source>Show the picture large</source>
        <translation>Afficher l’image en grand</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Télécharger</translation>
    </message>
    <message>
        <source>Pause the download</source>
        <translation>Suspendre le téléchargement</translation>
    </message>
    <message>
        <source>Go on with the download</source>
        <translation>Reprendre le téléchargement</translation>
    </message>
    <message>
        <source>Stop the download</source>
        <translation>Arrêter le téléchargement</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Show in the folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Copier l’image</translation>
    </message>
    <message>
        <source>Save all files…</source>
        <translation>Enregistrer tous les fichiers…</translation>
    </message>
    <message>
        <source>Pause sending</source>
        <translation>Suspendre l’envoi</translation>
    </message>
    <message>
        <source>Go on sending</source>
        <translation>Reprendre l’envoi</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Ne pas envoyer</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A file. %1 is its name, %2 its size, or what else is known of it</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 × %2, %3</source>
        <extracomment>A picture. %1 × %2 is its size in pixels, %3 its size as a file</extracomment>
        <translation>%1 × %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <extracomment>%1 is their size together</extracomment>
        <translation>
            <numerusform>%n fichier, %1</numerusform>
            <numerusform>%n fichiers, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>How far a file came: %1 and %2 are sizes</extracomment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <extracomment>Speed: %1 is a size</extracomment>
        <translation>%1/s</translation>
    </message>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>encore %n s</numerusform>
            <numerusform>encore %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>encore %n min</numerusform>
            <numerusform>encore %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h left</source>
        <translation>
            <numerusform>encore %n h</numerusform>
            <numerusform>encore %n h</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>En attente d’envoi</translation>
    </message>
    <message>
        <source>Reading the files…</source>
        <translation>Lecture des fichiers…</translation>
    </message>
    <message>
        <source>All is sent; the message follows.</source>
        <translation>Tout est envoyé&#x202f;; le message suit.</translation>
    </message>
    <message>
        <source>Several files</source>
        <translation>Plusieurs fichiers</translation>
    </message>
</context>
<context>
    <name>salon::FileSending</name>
    <message>
        <source>Send files</source>
        <translation>Envoyer des fichiers</translation>
    </message>
    <message>
        <source>This picture is too large to be pasted. Save it as a file and send that.</source>
        <translation>Cette image est trop grande pour être collée. Enregistrez-la dans un fichier et envoyez celui-ci.</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <extracomment>Name of a pasted picture, without its extension; %1 is a day and a time</extracomment>
        <translation>Image %1</translation>
    </message>
    <message>
        <source>Text</source>
        <extracomment>Name of a file made of what was written, without its extension</extracomment>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Send files…</source>
        <translation>Envoyer des fichiers…</translation>
    </message>
    <message>
        <source>Send a folder…</source>
        <translation>Envoyer un dossier…</translation>
    </message>
    <message>
        <source>Send a folder</source>
        <translation>Envoyer un dossier</translation>
    </message>
</context>
<context>
    <name>salon::FilesOfRoom</name>
    <message>
        <source>Drop the files here to send them to %1</source>
        <extracomment>%1 is &quot;# General&quot; or a person&apos;s name</extracomment>
        <translation>Déposez les fichiers ici pour les envoyer à %1</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <extracomment>%1 is where a file, or a folder, was saved</extracomment>
        <translation>Enregistré&#xa0;: %1</translation>
    </message>
    <message>
        <source>Save the files into a folder</source>
        <translation>Enregistrer les fichiers dans un dossier</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Enregistrer sous</translation>
    </message>
    <message>
        <source>This file is not opened from here</source>
        <translation>Ce fichier ne s’ouvre pas d’ici</translation>
    </message>
    <message>
        <source>Show in the folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>“%1” could run something on this computer. It can be put into your folder for downloads; open it there yourself if you trust who sent it.</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>«&#xa0;%1&#xa0;» pourrait exécuter quelque chose sur cet ordinateur. Il peut être placé dans votre dossier de téléchargements&#x202f;; ouvrez-le vous-même si vous faites confiance à la personne qui l’a envoyé.</translation>
    </message>
</context>
<context>
    <name>salon::FirstRunPage</name>
    <message>
        <source>Welcome to Salon</source>
        <translation>Bienvenue dans Salon</translation>
    </message>
    <message>
        <source>Talk with the people of your server.</source>
        <translation>Discutez avec les gens de votre serveur.</translation>
    </message>
    <message>
        <source>Without a server: people nearby</source>
        <translation>Sans serveur&#xa0;: à proximité</translation>
    </message>
</context>
<context>
    <name>salon::FormatMenu</name>
    <message>
        <source>Bold</source>
        <translation>Gras</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Italique</translation>
    </message>
    <message>
        <source>Strikethrough</source>
        <translation>Barré</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Write with Markdown</source>
        <translation>Écrire en Markdown</translation>
    </message>
    <message>
        <source>Commands and formatting…</source>
        <translation>Commandes et mise en forme…</translation>
    </message>
</context>
<context>
    <name>salon::ForwardDialog</name>
    <message>
        <source>Forward a message</source>
        <translation>Transférer un message</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a person&apos;s name, %2 the beginning of what they wrote</extracomment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>To which room or person?</source>
        <translation>Vers quel salon ou quelle personne&#x202f;?</translation>
    </message>
    <message>
        <source>Comment (if you like)</source>
        <translation>Commentaire (si vous voulez)</translation>
    </message>
    <message>
        <source>Rooms and people</source>
        <translation>Salons et personnes</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Transférer</translation>
    </message>
</context>
<context>
    <name>salon::FoundServerText</name>
    <message>
        <source>Server without a name</source>
        <translation>Serveur sans nom</translation>
    </message>
    <message numerus="yes">
        <source>%n online</source>
        <translation>
            <numerusform>%n en ligne</numerusform>
            <numerusform>%n en ligne</numerusform>
        </translation>
    </message>
    <message>
        <source>without encryption</source>
        <translation>sans chiffrement</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>For screen readers. %1 name of a server, %2 its address, %3 &quot;3 online&quot;</extracomment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>On this computer; the connection does not leave it.</source>
        <translation>Sur cet ordinateur&#x202f;; la connexion n’en sort pas.</translation>
    </message>
    <message>
        <source>This server speaks without encryption; Salon does not join such a server over a network.</source>
        <translation>Ce serveur communique sans chiffrement&#x202f;; Salon ne rejoint pas un tel serveur à travers un réseau.</translation>
    </message>
    <message>
        <source>Key that it announces:</source>
        <translation>Clé qu’il annonce&#xa0;:</translation>
    </message>
    <message>
        <source>Names and keys are what each server says of itself. Compare the key with the one that the person who runs the server sees on its screen.</source>
        <translation>Les noms et les clés sont ce que chaque serveur dit de lui-même. Comparez la clé avec celle que la personne qui tient le serveur voit à l’écran.</translation>
    </message>
    <message>
        <source>Announced key: %1 … To be sure, compare it with the one on the server’s screen.</source>
        <extracomment>%1 is the beginning of a fingerprint</extracomment>
        <translation>Clé annoncée&#xa0;: %1… Pour être sûr, comparez-la avec celle de l’écran du serveur.</translation>
    </message>
</context>
<context>
    <name>salon::FoundServers</name>
    <message>
        <source>Looking around…</source>
        <translation>Recherche en cours…</translation>
    </message>
    <message>
        <source>This computer is not connected to a network.</source>
        <translation>Cet ordinateur n’est relié à aucun réseau.</translation>
    </message>
    <message>
        <source>No server was found on this network. Type its address below, or paste the link that you were given.</source>
        <translation>Aucun serveur n’a été trouvé sur ce réseau. Tapez son adresse ci-dessous, ou collez le lien que vous avez reçu.</translation>
    </message>
    <message>
        <source>Servers on this network</source>
        <translation>Serveurs de ce réseau</translation>
    </message>
    <message>
        <source>Servers found on this network</source>
        <translation>Serveurs trouvés sur ce réseau</translation>
    </message>
</context>
<context>
    <name>salon::FrameDetails</name>
    <message>
        <source>Bytes of the frame</source>
        <translation>Octets de la trame</translation>
    </message>
    <message>
        <source>Choose a row above: it is explained here.</source>
        <translation>Choisissez une ligne ci-dessus&#xa0;: elle est expliquée ici.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n byte(s)</source>
        <extracomment>%1 name of a message, %2 &quot;sent&quot; or &quot;received&quot;</extracomment>
        <translation>
            <numerusform>%1, %2, %n octet</numerusform>
            <numerusform>%1, %2, %n octets</numerusform>
        </translation>
    </message>
    <message>
        <source>These bytes are no message of this protocol.</source>
        <translation>Ces octets ne sont pas un message de ce protocole.</translation>
    </message>
    <message>
        <source>%1 Its end cannot be read.</source>
        <translation>%1 Sa fin est illisible.</translation>
    </message>
</context>
<context>
    <name>salon::FrameListModel</name>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Sens</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Request</source>
        <extracomment>Column: the number that ties an answer to its request</extracomment>
        <translation>Requête</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Octets</translation>
    </message>
</context>
<context>
    <name>salon::FrameTree</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… et %n autre</numerusform>
            <numerusform>… et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Partie</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Octets</translation>
    </message>
    <message>
        <source>Parts of the frame</source>
        <translation>Parties de la trame</translation>
    </message>
</context>
<context>
    <name>salon::FrameWords</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A number and what it stands for: &quot;12 (Cooking)&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>↑ sent</source>
        <extracomment>A frame that this program sends to the server</extracomment>
        <translation>↑ envoyée</translation>
    </message>
    <message>
        <source>↓ received</source>
        <extracomment>A frame that comes from the server</extracomment>
        <translation>↓ reçue</translation>
    </message>
    <message>
        <source>• step</source>
        <extracomment>Where other rows say sent or received: a step of the connection</extracomment>
        <translation>• étape</translation>
    </message>
    <message>
        <source>unreadable</source>
        <extracomment>%1 is the number of a message that this program does not know</extracomment>
        <translation>illisible</translation>
    </message>
    <message>
        <source>unknown (%1)</source>
        <translation>inconnu (%1)</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Pas de connexion</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Encrypting</source>
        <translation>Chiffrement</translation>
    </message>
    <message>
        <source>Introducing and logging in</source>
        <translation>Présentations et identification</translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation>Rattrapage</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En ligne</translation>
    </message>
    <message>
        <source>There is no connection to the server.</source>
        <translation>Il n’y a pas de connexion au serveur.</translation>
    </message>
    <message>
        <source>There is no connection to the server. %1</source>
        <translation>Il n’y a pas de connexion au serveur. %1</translation>
    </message>
    <message>
        <source>The name of the server is turned into addresses, and a connection (TCP) is opened to the first one that answers.</source>
        <translation>Le nom du serveur est traduit en adresses, et une connexion (TCP) est ouverte vers la première qui répond.</translation>
    </message>
    <message>
        <source>Both sides agree on keys (the TLS handshake). This program checks that the server has the key that it knows it by. From here on all bytes travel encrypted.</source>
        <translation>Les deux côtés conviennent de clés (la négociation TLS). Ce programme vérifie que le serveur a bien la clé par laquelle il le connaît. À partir d’ici, tous les octets voyagent chiffrés.</translation>
    </message>
    <message>
        <source>The connection is open. This program says Hello, the server answers Welcome, then comes the login.</source>
        <translation>La connexion est ouverte. Ce programme dit Hello, le serveur répond Welcome, puis vient l’identification.</translation>
    </message>
    <message>
        <source>The login was accepted. This program tells what it has, and asks for what it missed.</source>
        <translation>L’identification est acceptée. Ce programme dit ce qu’il a, et demande ce qu’il a manqué.</translation>
    </message>
    <message>
        <source>All rooms are up to date. From here on the server tells what happens as it happens.</source>
        <translation>Tous les salons sont à jour. À partir d’ici, le serveur dit ce qui se passe au moment où cela se passe.</translation>
    </message>
    <message>
        <source>length</source>
        <translation>longueur</translation>
    </message>
    <message>
        <source>CBOR: what follows</source>
        <extracomment>Bytes by which CBOR says what follows, and how long it is</extracomment>
        <translation>CBOR&#xa0;: ce qui suit</translation>
    </message>
    <message>
        <source>message type</source>
        <translation>type du message</translation>
    </message>
    <message>
        <source>request number</source>
        <translation>numéro de requête</translation>
    </message>
    <message>
        <source>key of a field</source>
        <translation>clé d’un champ</translation>
    </message>
    <message>
        <source>value</source>
        <translation>valeur</translation>
    </message>
    <message>
        <source>hidden value</source>
        <translation>valeur cachée</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message numerus="yes">
        <source>The length, four bytes, the one that counts most first: %n byte(s) follow.</source>
        <translation>
            <numerusform>La longueur, quatre octets, celui de poids fort en premier&#xa0;: %n octet suit.</numerusform>
            <numerusform>La longueur, quatre octets, celui de poids fort en premier&#xa0;: %n octets suivent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>CBOR says what follows: %n byte(s) of data.</source>
        <translation>
            <numerusform>CBOR dit ce qui suit&#xa0;: %n octet de données.</numerusform>
            <numerusform>CBOR dit ce qui suit&#xa0;: %n octets de données.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>CBOR says what follows: a text of %n byte(s).</source>
        <translation>
            <numerusform>CBOR dit ce qui suit&#xa0;: un texte de %n octet.</numerusform>
            <numerusform>CBOR dit ce qui suit&#xa0;: un texte de %n octets.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>CBOR says what follows: a list of %n thing(s).</source>
        <translation>
            <numerusform>CBOR dit ce qui suit&#xa0;: une liste de %n élément.</numerusform>
            <numerusform>CBOR dit ce qui suit&#xa0;: une liste de %n éléments.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>CBOR says what follows: a map of %n pair(s), each a key and a value.</source>
        <translation>
            <numerusform>CBOR dit ce qui suit&#xa0;: une table de %n paire, une clé et une valeur.</numerusform>
            <numerusform>CBOR dit ce qui suit&#xa0;: une table de %n paires, chacune une clé et une valeur.</numerusform>
        </translation>
    </message>
    <message>
        <source>The type of the message: %1 is %2.</source>
        <translation>Le type du message&#xa0;: %1 est %2.</translation>
    </message>
    <message>
        <source>The request number: 0, since this is neither a request nor an answer.</source>
        <translation>Le numéro de requête&#xa0;: 0, puisque ce n’est ni une requête ni une réponse.</translation>
    </message>
    <message>
        <source>The request number, %1: the request and its answer have the same.</source>
        <translation>Le numéro de requête, %1&#xa0;: la requête et sa réponse ont le même.</translation>
    </message>
    <message>
        <source>The key of a field: %1 is “%2”.</source>
        <translation>La clé d’un champ&#xa0;: %1 est «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>The value of the field “%1”.</source>
        <translation>La valeur du champ «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Hidden: this may be something that nobody else should know. It was never kept here.</source>
        <translation>Caché&#xa0;: c’est peut-être une chose que personne d’autre ne doit savoir. Elle n’a jamais été gardée ici.</translation>
    </message>
    <message>
        <source>These bytes are not what the protocol asks for here.</source>
        <translation>Ces octets ne sont pas ce que le protocole demande à cet endroit.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Longueur</translation>
    </message>
    <message>
        <source>Envelope</source>
        <translation>Enveloppe</translation>
    </message>
    <message>
        <source>Message type</source>
        <translation>Type du message</translation>
    </message>
    <message>
        <source>Request number</source>
        <translation>Numéro de requête</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Champs</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Illisible</translation>
    </message>
    <message>
        <source>%1 (unknown field)</source>
        <extracomment>%1 is the key of a field that this program does not know</extracomment>
        <translation>%1 (champ inconnu)</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) follow</source>
        <translation>
            <numerusform>%n octet suit</numerusform>
            <numerusform>%n octets suivent</numerusform>
        </translation>
    </message>
    <message>
        <source>a list of three: type, number, fields</source>
        <translation>une liste de trois&#xa0;: type, numéro, champs</translation>
    </message>
    <message>
        <source>0: no request, no answer</source>
        <translation>0&#xa0;: ni requête, ni réponse</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <extracomment>%1 is a type of the protocol, &quot;Profile&quot;</extracomment>
        <translation>
            <numerusform>%n champ</numerusform>
            <numerusform>%n champs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>hidden, %n byte(s)</source>
        <translation>
            <numerusform>caché, %n octet</numerusform>
            <numerusform>caché, %n octets</numerusform>
        </translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>caché</translation>
    </message>
    <message>
        <source>no bytes</source>
        <translation>aucun octet</translation>
    </message>
    <message numerus="yes">
        <source>a list of %n</source>
        <translation>
            <numerusform>une liste de %n</numerusform>
            <numerusform>une liste de %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n field(s)</source>
        <translation>
            <numerusform>%1, %n champ</numerusform>
            <numerusform>%1, %n champs</numerusform>
        </translation>
    </message>
    <message>
        <source>a value that the protocol does not use</source>
        <translation>une valeur que le protocole n’utilise pas</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n octet</numerusform>
            <numerusform>%n octets</numerusform>
        </translation>
    </message>
    <message>
        <source>Direct connection with %1</source>
        <extracomment>%1 is the name of a person, or of a server</extracomment>
        <translation>Connexion directe avec %1</translation>
    </message>
    <message>
        <source>Connection to %1</source>
        <translation>Connexion à %1</translation>
    </message>
    <message>
        <source>From here on: what this device and that of the person say to each other, without a server.</source>
        <translation>À partir d’ici&#xa0;: ce que cet appareil et celui de la personne se disent, sans serveur.</translation>
    </message>
    <message>
        <source>From here on: what this program and this server say to each other.</source>
        <translation>À partir d’ici&#xa0;: ce que ce programme et ce serveur se disent.</translation>
    </message>
    <message>
        <source>Both accept</source>
        <translation>Les deux acceptent</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connectés</translation>
    </message>
    <message>
        <source>There is no connection to the device of this person. What you write waits here, and leaves when both devices find each other again.</source>
        <translation>Il n’y a pas de connexion à l’appareil de cette personne. Ce que vous écrivez attend ici, et part quand les deux appareils se retrouvent.</translation>
    </message>
    <message>
        <source>Both people want to talk. From here on messages go from device to device, and each is confirmed once it is stored on the other.</source>
        <translation>Les deux personnes veulent parler. À partir d’ici, les messages vont d’appareil à appareil, et chacun est confirmé une fois enregistré sur l’autre.</translation>
    </message>
    <message>
        <source>The connection stands: encrypted (TLS), and each device has proved by a signature who it is. Nothing else is said until both people want to talk.</source>
        <translation>La connexion est établie&#xa0;: chiffrée (TLS), et chaque appareil a prouvé par une signature qui il est. Rien d’autre n’est dit tant que les deux personnes ne veulent pas parler.</translation>
    </message>
    <message>
        <source>The value of the field “%1”: %2.</source>
        <extracomment>%1 is the name of a field in the protocol, %2 what it means: &quot;text&quot;, &quot;what was written&quot;</extracomment>
        <translation>La valeur du champ «&#xa0;%1&#xa0;»&#xa0;: %2.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more byte(s)</source>
        <translation>
            <numerusform>… et %n autre octet</numerusform>
            <numerusform>… et %n autres octets</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A part of a message and its value</extracomment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>salon::FurnitureText</name>
    <message>
        <source>New messages</source>
        <extracomment>Line in the timeline above the first message that was not read</extracomment>
        <translation>Nouveaux messages</translation>
    </message>
</context>
<context>
    <name>salon::GeneralPage</name>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter begins a line</source>
        <translation>Entrée (Maj+Entrée&#xa0;: à la ligne)</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends, Enter begins a line</source>
        <translation>Ctrl+Entrée (Entrée&#xa0;: à la ligne)</translation>
    </message>
    <message>
        <source>Tell others that I am typing</source>
        <translation>Montrer aux autres que j’écris</translation>
    </message>
    <message>
        <source>They see your name under the messages of the room.</source>
        <translation>Ils voient votre nom sous les messages du salon.</translation>
    </message>
    <message>
        <source>Show me as away after</source>
        <translation>Me montrer absent après</translation>
    </message>
    <message>
        <source>When nothing is typed or moved on this computer.</source>
        <translation>Quand rien n’est tapé ni bougé sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source> min</source>
        <extracomment>After the number of minutes</extracomment>
        <translation>&#xa0;min</translation>
    </message>
    <message>
        <source>Order of the rooms</source>
        <translation>Ordre des salons</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Par nom</translation>
    </message>
    <message>
        <source>By latest message</source>
        <translation>Par message le plus récent</translation>
    </message>
    <message>
        <source>Close to the tray</source>
        <translation>Laisser dans la zone de notification</translation>
    </message>
    <message>
        <source>Closing the window leaves Salon running, so that it can tell you about messages.</source>
        <translation>Fermer la fenêtre laisse tourner Salon, qui peut ainsi vous signaler les messages.</translation>
    </message>
    <message>
        <source>This desktop has no tray: closing the window quits.</source>
        <translation>Ce bureau n’a pas de zone de notification&#xa0;: fermer la fenêtre quitte Salon.</translation>
    </message>
    <message>
        <source>Write with Markdown</source>
        <translation>Écrire en Markdown</translation>
    </message>
    <message>
        <source>**bold**, *italic*, `code`, lists and quotes. Off: everything is sent as it stands.</source>
        <translation>**gras**, *italique*, `code`, listes et citations. Désactivé&#xa0;: tout est envoyé tel quel.</translation>
    </message>
    <message>
        <source>Show pictures without asking</source>
        <translation>Afficher les images sans demander</translation>
    </message>
    <message>
        <source>Larger ones, and all others when it is off, come with a click.</source>
        <translation>Les plus grandes, et toutes si vous choisissez «&#xa0;Jamais&#xa0;», s’affichent après un clic.</translation>
    </message>
    <message numerus="yes">
        <source>Up to %n MB</source>
        <translation>
            <numerusform>Jusqu’à %n Mo</numerusform>
            <numerusform>Jusqu’à %n Mo</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::HowItWorksWindow</name>
    <message>
        <source>Nothing was said yet.</source>
        <translation>Rien n’a encore été dit.</translation>
    </message>
    <message>
        <source>There is no server yet. The first connection will be shown from its first byte on.</source>
        <translation>Il n’y a pas encore de serveur. La première connexion sera montrée dès son premier octet.</translation>
    </message>
    <message>
        <source>What this program and the server say to each other, byte by byte. Secrets stay hidden.</source>
        <translation>Ce que ce programme et le serveur se disent, octet par octet. Les secrets restent cachés.</translation>
    </message>
    <message>
        <source>Watch the connection</source>
        <translation>Observer la connexion</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s), %1</source>
        <translation>
            <numerusform>%n ligne, %1</numerusform>
            <numerusform>%n lignes, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older one(s) made room</source>
        <translation>
            <numerusform>%n plus ancienne a fait place</numerusform>
            <numerusform>%n plus anciennes ont fait place</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) not kept during the pause</source>
        <translation>
            <numerusform>%n trame non gardée pendant la pause</numerusform>
            <numerusform>%n trames non gardées pendant la pause</numerusform>
        </translation>
    </message>
    <message>
        <source>How it works: %1</source>
        <translation>Comment ça marche&#xa0;: %1</translation>
    </message>
    <message>
        <source>How it works</source>
        <extracomment>%1 is the name of a server or a person</extracomment>
        <translation>Comment ça marche</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Trames</translation>
    </message>
    <message>
        <source>This row</source>
        <translation>Cette ligne</translation>
    </message>
    <message>
        <source>The layers</source>
        <translation>Les couches</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copier en texte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>What this device and that of the person nearby say to each other, byte by byte. Secrets stay hidden.</source>
        <translation>Ce que cet appareil et celui de la personne à proximité se disent, octet par octet. Les secrets restent cachés.</translation>
    </message>
</context>
<context>
    <name>salon::ImageViewer</name>
    <message>
        <source>The picture is being fetched…</source>
        <translation>L’image est en cours de téléchargement…</translation>
    </message>
    <message>
        <source>This picture cannot be shown: it is damaged, or too large.</source>
        <translation>Cette image ne peut pas être affichée&#xa0;: elle est abîmée ou trop grande.</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>Image précédente</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Image suivante</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Fit into the window</source>
        <translation>Ajuster à la fenêtre</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Copier l’image</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>salon::InviteToRoomDialog</name>
    <message>
        <source>Invite people to %1</source>
        <translation>Inviter dans %1</translation>
    </message>
    <message>
        <source>Whom?</source>
        <translation>Qui&#x202f;?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Inviter</translation>
    </message>
</context>
<context>
    <name>salon::InviteToServerDialog</name>
    <message>
        <source>Invite people to %1</source>
        <translation>Inviter sur %1</translation>
    </message>
    <message>
        <source>Whoever opens the link with Salon can make an account here. Give it only to people you trust.</source>
        <translation>Qui ouvre ce lien avec Salon peut créer un compte ici. Ne le donnez qu’à des personnes de confiance.</translation>
    </message>
    <message>
        <source>Valid for</source>
        <translation>Valable pendant</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n heure</numerusform>
            <numerusform>%n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>Valable pour</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n personne</numerusform>
            <numerusform>%n personnes</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied. Paste it into a message or an e-mail.</source>
        <translation>Copié. Collez-le dans un message ou un courriel.</translation>
    </message>
    <message>
        <source>Valid until %1.</source>
        <translation>Valable jusqu’au %1.</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Appears here</source>
        <translation>Apparaîtra ici</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Make another one</source>
        <translation>Créer une autre invitation</translation>
    </message>
    <message>
        <source>Make an invitation</source>
        <translation>Créer une invitation</translation>
    </message>
</context>
<context>
    <name>salon::JoinDialog</name>
    <message>
        <source>Log in to %1</source>
        <translation>Se connecter à %1</translation>
    </message>
    <message>
        <source>Join another server</source>
        <translation>Rejoindre un autre serveur</translation>
    </message>
</context>
<context>
    <name>salon::JoinFields</name>
    <message>
        <source>Type the name that others shall see.</source>
        <translation>Tapez le nom que les autres verront.</translation>
    </message>
    <message>
        <source>Paste the link that you were given, or type an address such as chat.example.org.</source>
        <translation>Collez le lien que vous avez reçu, ou tapez une adresse comme chat.example.org.</translation>
    </message>
    <message>
        <source>Type your username here.</source>
        <translation>Tapez ici votre nom d’utilisateur.</translation>
    </message>
    <message>
        <source>Type the password of this account.</source>
        <translation>Tapez le mot de passe de ce compte.</translation>
    </message>
    <message>
        <source>Type or paste the invitation that you were given.</source>
        <translation>Tapez ou collez l’invitation que vous avez reçue.</translation>
    </message>
    <message>
        <source>Join link or address</source>
        <translation>Lien d’invitation ou adresse</translation>
    </message>
    <message>
        <source>Somebody who is on the server can give it to you.</source>
        <translation>Quelqu’un qui est sur le serveur peut vous le donner.</translation>
    </message>
    <message>
        <source>salon://… or chat.example.org</source>
        <translation>salon://… ou chat.example.org</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Votre nom affiché</translation>
    </message>
    <message>
        <source>As others will see it; you can change it later.</source>
        <translation>Tel que les autres le verront&#x202f;; vous pourrez le changer plus tard.</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>Nom d’utilisateur</translation>
    </message>
    <message>
        <source>Others mention you by it. Left empty, it is made from your name.</source>
        <translation>Il sert à vous mentionner. Laissé vide, il est tiré de votre nom.</translation>
    </message>
    <message>
        <source>Password (optional)</source>
        <translation>Mot de passe (facultatif)</translation>
    </message>
    <message>
        <source>Lets you log in from another device too. You can set it later.</source>
        <translation>Permet de vous connecter aussi depuis un autre appareil. Vous pourrez le définir plus tard.</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Invitation</translation>
    </message>
    <message>
        <source>This server lets people in by invitation. Paste the code or the whole link that you were given.</source>
        <translation>On entre sur ce serveur par invitation. Collez le code ou le lien entier que vous avez reçu.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
</context>
<context>
    <name>salon::JoinForm</name>
    <message>
        <source>This server takes no new accounts. Log in if you have one, or ask its operator.</source>
        <translation>Ce serveur n’accepte pas de nouveaux comptes. Connectez-vous si vous en avez un, ou adressez-vous à son responsable.</translation>
    </message>
    <message>
        <source>The server at this address is not the one that the link names. Nothing was sent to it. Ask for a new link.</source>
        <translation>Le serveur à cette adresse n’est pas celui que le lien désigne. Rien ne lui a été envoyé. Demandez un nouveau lien.</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Connexion à %1…</translation>
    </message>
    <message>
        <source>Making the connection to %1 secure…</source>
        <translation>Sécurisation de la connexion à %1…</translation>
    </message>
    <message>
        <source>Signing in to %1…</source>
        <translation>Identification auprès de %1…</translation>
    </message>
    <message>
        <source>More options</source>
        <extracomment>Opens two more fields: username and password of the new account</extracomment>
        <translation>Plus d’options</translation>
    </message>
    <message>
        <source>Log in</source>
        <extracomment>Button of the first page: enters the server</extracomment>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Rejoindre</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>I have no account yet</source>
        <translation>Je n’ai pas encore de compte</translation>
    </message>
    <message>
        <source>I have an account</source>
        <translation>J’ai un compte</translation>
    </message>
    <message>
        <source>The link names another key than the one this device remembers of “%1”. Nothing was changed. Ask the person who runs the server.</source>
        <extracomment>%1 is the name of a server</extracomment>
        <translation>Le lien désigne une autre clé que celle que cet appareil a retenue pour «&#xa0;%1&#xa0;». Rien n’a été changé. Demandez à son responsable.</translation>
    </message>
    <message>
        <source>The server at this address shows another key than the one announced on the network. Nothing was sent to it. Ask the person who runs the server.</source>
        <translation>Le serveur à cette adresse montre une autre clé que celle annoncée sur le réseau. Rien ne lui a été envoyé. Demandez à la personne qui tient le serveur.</translation>
    </message>
    <message>
        <source>The key announced on the network is not the one this device remembers of “%1”. Nothing was changed. Ask the person who runs the server.</source>
        <translation>La clé annoncée sur le réseau n’est pas celle que cet appareil connaît de «&#xa0;%1&#xa0;». Rien n’a été changé. Demandez à la personne qui tient le serveur.</translation>
    </message>
</context>
<context>
    <name>salon::JumpPill</name>
    <message numerus="yes">
        <source>%n new message(s) below</source>
        <translation>
            <numerusform>%n nouveau message plus bas</numerusform>
            <numerusform>%n nouveaux messages plus bas</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to the newest message</source>
        <translation>Aller au message le plus récent</translation>
    </message>
</context>
<context>
    <name>salon::KindBox</name>
    <message>
        <source>All messages</source>
        <translation>Tous les messages</translation>
    </message>
    <message>
        <source>All but the heartbeat</source>
        <translation>Tous sauf le battement de cœur</translation>
    </message>
    <message>
        <source>Hello, heartbeat, goodbye</source>
        <translation>Bonjour, battement de cœur, au revoir</translation>
    </message>
    <message>
        <source>Accounts and logging in</source>
        <translation>Comptes et connexion</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salons</translation>
    </message>
    <message>
        <source>Messages and reading</source>
        <translation>Messages et lecture</translation>
    </message>
    <message>
        <source>People and presence</source>
        <translation>Personnes et présence</translation>
    </message>
    <message>
        <source>Between two devices</source>
        <translation>Entre deux appareils</translation>
    </message>
    <message>
        <source>Which messages</source>
        <translation>Quels messages</translation>
    </message>
</context>
<context>
    <name>salon::LanguageSwitch</name>
    <message>
        <source>Language of the program</source>
        <extracomment>What the two buttons FR and EN are for, said by screen readers</extracomment>
        <translation>Langue du programme</translation>
    </message>
</context>
<context>
    <name>salon::LayersPage</name>
    <message>
        <source>1. The connection</source>
        <translation>1. La connexion</translation>
    </message>
    <message>
        <source>TCP carries bytes both ways, all of them and in order. Where a message begins or ends it does not know.</source>
        <translation>TCP transporte des octets dans les deux sens, tous et dans l’ordre. Où commence et où finit un message, il n’en sait rien.</translation>
    </message>
    <message>
        <source>%1 The one watched here goes to %2.</source>
        <extracomment>%1 is what comes before, %2 the address of a server</extracomment>
        <translation>%1 Celle qui est observée ici mène à %2.</translation>
    </message>
    <message>
        <source>2. Encryption (TLS)</source>
        <translation>2. Le chiffrement (TLS)</translation>
    </message>
    <message>
        <source>TLS makes every byte unreadable for whoever listens on the way, and the server&apos;s key proves that nobody else answers in its place. What is shown here is what lies inside.</source>
        <translation>TLS rend chaque octet illisible pour qui écoute en chemin, et la clé du serveur prouve que personne ne répond à sa place. Ce qui est montré ici est ce qu’il y a à l’intérieur.</translation>
    </message>
    <message>
        <source>This connection has none, which is allowed on the same computer only. Others have TLS here: it makes every byte unreadable for whoever listens on the way, and the server&apos;s key proves that nobody else answers in its place.</source>
        <translation>Cette connexion n’en a pas, ce qui n’est permis que sur un même ordinateur. Les autres ont ici TLS&#xa0;: il rend chaque octet illisible pour qui écoute en chemin, et la clé du serveur prouve que personne ne répond à sa place.</translation>
    </message>
    <message>
        <source>3. The frame</source>
        <translation>3. La trame</translation>
    </message>
    <message>
        <source>Frames cut the stream of bytes into messages: first how long it is, then so many bytes, then the next one.</source>
        <translation>Les trames découpent le flot d’octets en messages&#xa0;: d’abord la longueur, puis autant d’octets, puis le suivant.</translation>
    </message>
    <message>
        <source>4. The length</source>
        <translation>4. La longueur</translation>
    </message>
    <message>
        <source>Four bytes, the one that counts most first (big-endian): 00 00 00 2A announces 42 bytes. It is checked before anything is kept, so that nobody can announce gigabytes.</source>
        <translation>Quatre octets, celui de poids fort en premier (gros-boutiste, «&#xa0;big-endian&#xa0;»)&#xa0;: 00 00 00 2A annonce 42 octets. Elle est vérifiée avant que quoi que ce soit ne soit gardé, pour que personne ne puisse annoncer des gigaoctets.</translation>
    </message>
    <message>
        <source>5. The notation (CBOR)</source>
        <translation>5. La notation (CBOR)</translation>
    </message>
    <message>
        <source>CBOR writes numbers, texts, lists and maps in few bytes (RFC 8949). The first byte of each thing says what it is and how long: 83 begins a list of three, 6A a text of ten bytes, 05 is just the number 5.</source>
        <translation>CBOR écrit nombres, textes, listes et tables en peu d’octets (RFC 8949). Le premier octet de chaque chose dit ce que c’est et sa longueur&#xa0;: 83 commence une liste de trois, 6A un texte de dix octets, 05 est simplement le nombre 5.</translation>
    </message>
    <message>
        <source>6. The message</source>
        <translation>6. Le message</translation>
    </message>
    <message>
        <source>Always a list of three: the type of the message, a number that ties an answer to its request, and the fields. A field is a small number (its key) and a value; fields that say nothing unusual are left out. docs/PROTOCOL.md describes them all.</source>
        <translation>Toujours une liste de trois&#xa0;: le type du message, un numéro qui lie une réponse à sa requête, et les champs. Un champ est un petit nombre (sa clé) et une valeur&#x202f;; les champs qui ne disent rien de particulier sont omis. docs/PROTOCOL.md les décrit tous.</translation>
    </message>
    <message>
        <source>TLS makes every byte unreadable for whoever listens on the way. Then each device signs with its own key what both have seen of this connection, so that nobody sits in between unnoticed. What is shown here is what lies inside.</source>
        <translation>TLS rend chaque octet illisible pour qui écoute en chemin. Puis chaque appareil signe avec sa propre clé ce que tous deux ont vu de cette connexion, pour que personne ne se glisse entre eux sans être remarqué. Ce qui est montré ici est ce qu’il y a à l’intérieur.</translation>
    </message>
</context>
<context>
    <name>salon::LinkQuestionText</name>
    <message>
        <source>This link leads elsewhere</source>
        <translation>Ce lien mène ailleurs</translation>
    </message>
    <message>
        <source>What you clicked looks like another address. It really leads to:</source>
        <extracomment>An address follows</extracomment>
        <translation>Ce que vous avez cliqué ressemble à une autre adresse. En réalité, il mène à&#xa0;:</translation>
    </message>
    <message>
        <source>Open it all the same</source>
        <translation>L’ouvrir quand même</translation>
    </message>
</context>
<context>
    <name>salon::LookPage</name>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Size of text and controls</source>
        <translation>Taille du texte et des commandes</translation>
    </message>
    <message>
        <source>Also with Ctrl and + or −; Ctrl and 0 goes back.</source>
        <translation>Aussi avec Ctrl et + ou −&#x202f;; Ctrl et 0 revient à la normale.</translation>
    </message>
    <message>
        <source>Compact messages</source>
        <translation>Messages compacts</translation>
    </message>
    <message>
        <source>One line each, without avatars.</source>
        <translation>Une ligne par message, sans avatar.</translation>
    </message>
    <message>
        <source>Show the members of a room</source>
        <translation>Afficher les membres d’un salon</translation>
    </message>
    <message>
        <source>Beside the messages, when the window is wide enough.</source>
        <translation>À côté des messages, quand la fenêtre est assez large.</translation>
    </message>
</context>
<context>
    <name>salon::MainActions</name>
    <message>
        <source>Add a server…</source>
        <translation>Ajouter un serveur…</translation>
    </message>
    <message>
        <source>Invite people to this server…</source>
        <translation>Inviter sur ce serveur…</translation>
    </message>
    <message>
        <source>Name and status…</source>
        <translation>Nom et statut…</translation>
    </message>
    <message>
        <source>Unsent messages…</source>
        <translation>Boîte d’envoi…</translation>
    </message>
    <message>
        <source>Connect now</source>
        <translation>Se connecter maintenant</translation>
    </message>
    <message>
        <source>Remove this server…</source>
        <translation>Retirer ce serveur…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Réglages…</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fermer la fenêtre</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>New room…</source>
        <translation>Nouveau salon…</translation>
    </message>
    <message>
        <source>Find rooms…</source>
        <translation>Trouver des salons…</translation>
    </message>
    <message>
        <source>New direct message…</source>
        <translation>Nouveau message direct…</translation>
    </message>
    <message>
        <source>Invite people to this room…</source>
        <translation>Inviter dans ce salon…</translation>
    </message>
    <message>
        <source>About this room…</source>
        <translation>À propos de ce salon…</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marquer comme lu</translation>
    </message>
    <message>
        <source>Mark all rooms as read</source>
        <translation>Marquer tous les salons comme lus</translation>
    </message>
    <message>
        <source>Leave this room…</source>
        <translation>Quitter ce salon…</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>Aller à…</translation>
    </message>
    <message>
        <source>Filter the rooms</source>
        <translation>Filtrer les salons</translation>
    </message>
    <message>
        <source>Show members</source>
        <translation>Afficher les membres</translation>
    </message>
    <message>
        <source>Compact messages</source>
        <translation>Messages compacts</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation>Taille normale</translation>
    </message>
    <message>
        <source>Previous room</source>
        <translation>Salon précédent</translation>
    </message>
    <message>
        <source>Next room</source>
        <translation>Salon suivant</translation>
    </message>
    <message>
        <source>Previous unread room</source>
        <translation>Salon non lu précédent</translation>
    </message>
    <message>
        <source>Next unread room</source>
        <translation>Salon non lu suivant</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Volet suivant</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Volet précédent</translation>
    </message>
    <message>
        <source>Go to the first unread message</source>
        <translation>Aller au premier message non lu</translation>
    </message>
    <message>
        <source>Mark as read and go to the newest message</source>
        <translation>Marquer comme lu et aller au message le plus récent</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>About Salon</source>
        <translation>À propos de Salon</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Serveur</translation>
    </message>
    <message>
        <source>&amp;Room</source>
        <translation>Sa&amp;lon</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;ffichage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>Last visited room</source>
        <translation>Dernier salon visité</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Through the rooms that were shown, as in a web browser</extracomment>
        <translation>En arrière</translation>
    </message>
    <message>
        <source>Forward</source>
        <extracomment>Through the rooms that were shown, as in a web browser</extracomment>
        <translation>En avant</translation>
    </message>
    <message>
        <source>Room %1 of the list</source>
        <extracomment>%1 is a number from 1 to 9</extracomment>
        <translation>Salon %1 de la liste</translation>
    </message>
    <message>
        <source>How it works…</source>
        <extracomment>Opens a window that shows, live, what travels between this program and the server</extracomment>
        <translation>Comment ça marche…</translation>
    </message>
    <message>
        <source>Direct conversation…</source>
        <extracomment>With somebody nearby, without a server</extracomment>
        <translation>Conversation directe…</translation>
    </message>
    <message>
        <source>Mentions of me</source>
        <translation>Mes mentions</translation>
    </message>
    <message>
        <source>Saved messages</source>
        <translation>Messages enregistrés</translation>
    </message>
    <message>
        <source>Pinned messages of this room</source>
        <translation>Messages épinglés de ce salon</translation>
    </message>
    <message>
        <source>Rules of this room…</source>
        <translation>Règles de ce salon…</translation>
    </message>
    <message>
        <source>Save this room as files…</source>
        <translation>Enregistrer ce salon dans des fichiers…</translation>
    </message>
    <message>
        <source>Only look, mark nothing as read</source>
        <extracomment>At a room: opens it, but marks nothing as read</extracomment>
        <translation>Seulement regarder, sans marquer comme lu</translation>
    </message>
    <message>
        <source>Why is this unread?</source>
        <translation>Pourquoi est-ce non lu&#x202f;?</translation>
    </message>
    <message>
        <source>Search in this room</source>
        <translation>Rechercher dans ce salon</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Rechercher partout</translation>
    </message>
    <message>
        <source>Go to a date…</source>
        <translation>Aller à une date…</translation>
    </message>
</context>
<context>
    <name>salon::MainWindow</name>
    <message>
        <source>A message elsewhere</source>
        <translation>Un message ailleurs</translation>
    </message>
    <message>
        <source>You are not in the room of this message, or it is no more.</source>
        <translation>Vous n’êtes pas dans le salon de ce message, ou il n’existe plus.</translation>
    </message>
</context>
<context>
    <name>salon::MemberPane</name>
    <message>
        <source>The members are shown when you are connected.</source>
        <translation>Les membres s’affichent quand vous êtes en ligne.</translation>
    </message>
    <message>
        <source>Loading members…</source>
        <translation>Chargement des membres…</translation>
    </message>
    <message>
        <source>ONLINE — %1</source>
        <extracomment>Head of a list of people; %1 is how many</extracomment>
        <translation>EN LIGNE — %1</translation>
    </message>
    <message>
        <source>OFFLINE — %1</source>
        <extracomment>Head of a list of people; %1 is how many</extracomment>
        <translation>HORS LIGNE — %1</translation>
    </message>
    <message>
        <source>Send a direct message</source>
        <translation>Envoyer un message direct</translation>
    </message>
    <message>
        <source>Mention</source>
        <translation>Mentionner</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>Write directly, without the server</source>
        <translation>Écrire directement, sans le serveur</translation>
    </message>
    <message>
        <source>Remove from the room…</source>
        <translation>Retirer du salon…</translation>
    </message>
    <message>
        <source>Ban from the room…</source>
        <translation>Bannir du salon…</translation>
    </message>
</context>
<context>
    <name>salon::MemberWords</name>
    <message>
        <source>Can be reached directly, without the server</source>
        <translation>Joignable directement, sans le serveur</translation>
    </message>
</context>
<context>
    <name>salon::MessageActions</name>
    <message>
        <source>Delete this message?</source>
        <translation>Supprimer ce message&#x202f;?</translation>
    </message>
    <message>
        <source>It disappears for everybody, with all that it said before. This cannot be undone.</source>
        <translation>Il disparaît pour tout le monde, avec tout ce qu’il disait avant. C’est définitif.</translation>
    </message>
    <message>
        <source>The message of %1 disappears for everybody, and they see that you deleted it. This cannot be undone.</source>
        <translation>Le message de %1 disparaît pour tout le monde, et chacun voit que vous l’avez supprimé. C’est irréversible.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>The link to the message is in the clipboard.</source>
        <translation>Le lien vers le message est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Forwarded to %1.</source>
        <extracomment>%1 is the name of a room or of a person</extracomment>
        <translation>Transféré vers %1.</translation>
    </message>
</context>
<context>
    <name>salon::MessageInfoText</name>
    <message>
        <source>About this message</source>
        <translation>À propos de ce message</translation>
    </message>
    <message>
        <source>Written by %1 (@%2)</source>
        <extracomment>%1 is a person&apos;s name, %2 the name they log in with</extracomment>
        <translation>Écrit par %1 (@%2)</translation>
    </message>
    <message>
        <source>Written by %1</source>
        <translation>Écrit par %1</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n caractère</numerusform>
            <numerusform>%n caractères</numerusform>
        </translation>
    </message>
    <message>
        <source>Number %1 in this room</source>
        <translation>Numéro %1 dans ce salon</translation>
    </message>
    <message>
        <source>Waiting to be sent; it is safe on this computer.</source>
        <translation>En attente d’envoi&#x202f;; il est en sûreté sur cet ordinateur.</translation>
    </message>
    <message>
        <source>On its way to the server.</source>
        <translation>En route vers le serveur.</translation>
    </message>
    <message>
        <source>The server did not take it.</source>
        <translation>Le serveur ne l’a pas accepté.</translation>
    </message>
    <message>
        <source>Stored on the server.</source>
        <translation>Enregistré sur le serveur.</translation>
    </message>
</context>
<context>
    <name>salon::MessageListPane</name>
    <message>
        <source>%1: %2</source>
        <extracomment>A message of a list, read aloud: %1 the room, %2 &quot;Marie, 10:42: text&quot;</extracomment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Loading messages…</source>
        <translation>Chargement des messages…</translation>
    </message>
    <message>
        <source>Nothing is pinned in this room.</source>
        <translation>Rien n’est épinglé dans ce salon.</translation>
    </message>
    <message>
        <source>Save a message with the key S, and find it here again.</source>
        <translation>Enregistrez un message avec la touche S, et retrouvez-le ici.</translation>
    </message>
    <message>
        <source>Nobody has mentioned you yet.</source>
        <translation>Personne ne vous a encore mentionné.</translation>
    </message>
    <message>
        <source>Go to the message</source>
        <translation>Aller au message</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Détacher</translation>
    </message>
    <message>
        <source>Take off the saved messages</source>
        <translation>Retirer des messages enregistrés</translation>
    </message>
    <message>
        <source>Pinned messages</source>
        <translation>Messages épinglés</translation>
    </message>
    <message>
        <source>Saved messages</source>
        <translation>Messages enregistrés</translation>
    </message>
    <message>
        <source>Mentions of you</source>
        <translation>Messages qui vous mentionnent</translation>
    </message>
    <message>
        <source>Close the list</source>
        <translation>Fermer la liste</translation>
    </message>
</context>
<context>
    <name>salon::MessageMenu</name>
    <message>
        <source>About this message…</source>
        <translation>À propos de ce message…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Edit and send again</source>
        <translation>Modifier et renvoyer</translation>
    </message>
    <message>
        <source>Mention</source>
        <translation>Mentionner</translation>
    </message>
    <message>
        <source>Send a direct message</source>
        <translation>Envoyer un message direct</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>Ouvrir le lien</translation>
    </message>
    <message>
        <source>Copy link address</source>
        <translation>Copier l’adresse du lien</translation>
    </message>
    <message>
        <source>Show the hidden text</source>
        <translation>Afficher le texte masqué</translation>
    </message>
    <message>
        <source>Copy as written</source>
        <translation>Copier tel qu’il est écrit</translation>
    </message>
</context>
<context>
    <name>salon::MessageOffer</name>
    <message>
        <source>React…</source>
        <translation>Réagir…</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Forward…</source>
        <translation>Transférer…</translation>
    </message>
    <message>
        <source>Copy link to the message</source>
        <translation>Copier le lien du message</translation>
    </message>
    <message>
        <source>Take off the saved messages</source>
        <translation>Retirer des messages enregistrés</translation>
    </message>
    <message>
        <source>Save for later</source>
        <translation>Enregistrer pour plus tard</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Détacher</translation>
    </message>
    <message>
        <source>Pin to the room</source>
        <translation>Épingler dans le salon</translation>
    </message>
    <message>
        <source>What it said before…</source>
        <translation>Ce qu’il disait avant…</translation>
    </message>
    <message>
        <source>Who reacted…</source>
        <translation>Qui a réagi…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Seen by…</source>
        <translation>Vu par…</translation>
    </message>
    <message>
        <source>Mark unread from here</source>
        <translation>Marquer comme non lu à partir d’ici</translation>
    </message>
</context>
<context>
    <name>salon::MessageWords</name>
    <message>
        <source>Announcement</source>
        <extracomment>Author of what the server&apos;s operator says to everybody</extracomment>
        <translation>Annonce</translation>
    </message>
    <message>
        <source>The first message of a connection: which versions of the protocol and which features this program knows.</source>
        <translation>Le premier message d’une connexion&#xa0;: quelles versions du protocole et quelles fonctions ce programme connaît.</translation>
    </message>
    <message>
        <source>The server introduces itself: its name, its limits, and fresh random bytes (the nonce) that a login has to sign.</source>
        <translation>Le serveur se présente&#xa0;: son nom, ses limites, et des octets tirés au hasard à l’instant (le «&#xa0;nonce&#xa0;») que l’identification doit signer.</translation>
    </message>
    <message>
        <source>“It is done”: the answer to a request that needs no other.</source>
        <translation>«&#xa0;C’est fait&#xa0;»&#xa0;: la réponse à une requête qui n’en demande pas d’autre.</translation>
    </message>
    <message>
        <source>“It was not done”, with a code that says why.</source>
        <translation>«&#xa0;Ce n’est pas fait&#xa0;», avec un code qui dit pourquoi.</translation>
    </message>
    <message>
        <source>The heartbeat: “are you still there?” Without it nobody would notice that a cable was pulled out, since silence looks the same.</source>
        <translation>Le battement de cœur&#xa0;: «&#xa0;êtes-vous toujours là&#x202f;?&#xa0;» Sans lui, personne ne remarquerait un câble débranché, puisque le silence a la même apparence.</translation>
    </message>
    <message>
        <source>The answer to the heartbeat. The server&apos;s names the newest event of each room that this program follows, so that a lost one is noticed.</source>
        <translation>La réponse au battement de cœur. Celle du serveur donne le dernier événement de chaque salon que ce programme suit, pour que la perte d’un seul se remarque.</translation>
    </message>
    <message>
        <source>The server is about to close the connection and says why.</source>
        <translation>Le serveur va fermer la connexion et dit pourquoi.</translation>
    </message>
    <message>
        <source>Makes an account and logs in.</source>
        <translation>Crée un compte et identifie.</translation>
    </message>
    <message>
        <source>Logs in with a username and a password, and makes this device known: from then on its key is enough.</source>
        <translation>Identifie par un nom d’utilisateur et un mot de passe, et fait connaître cet appareil&#xa0;: ensuite, sa clé suffit.</translation>
    </message>
    <message>
        <source>Logs in with this device&apos;s key. The signature proves that the device has the key; the secret half of the key never travels.</source>
        <translation>Identifie par la clé de cet appareil. La signature prouve que l’appareil a la clé&#x202f;; la moitié secrète de la clé ne voyage jamais.</translation>
    </message>
    <message>
        <source>The login was accepted: who you are on this server, and with which role.</source>
        <translation>L’identification est acceptée&#xa0;: qui vous êtes sur ce serveur, et avec quel rôle.</translation>
    </message>
    <message>
        <source>Turns the code that the server printed at its first start into the role of owner.</source>
        <translation>Échange le code que le serveur a affiché à son premier démarrage contre le rôle de propriétaire.</translation>
    </message>
    <message>
        <source>Asks for an invitation code for somebody new.</source>
        <translation>Demande un code d’invitation pour une nouvelle personne.</translation>
    </message>
    <message>
        <source>The invitation code, and a link that carries it.</source>
        <translation>Le code d’invitation, et un lien qui le porte.</translation>
    </message>
    <message>
        <source>Sets or changes your password.</source>
        <translation>Définit ou change votre mot de passe.</translation>
    </message>
    <message>
        <source>Asks which devices log in to your account.</source>
        <translation>Demande quels appareils s’identifient à votre compte.</translation>
    </message>
    <message>
        <source>The devices of your account.</source>
        <translation>Les appareils de votre compte.</translation>
    </message>
    <message>
        <source>Removes one of your devices: it can no longer log in.</source>
        <translation>Retire un de vos appareils&#xa0;: il ne peut plus s’identifier.</translation>
    </message>
    <message>
        <source>Makes a new room.</source>
        <translation>Crée un nouveau salon.</translation>
    </message>
    <message>
        <source>A room was made, joined or opened: what there is to know about it.</source>
        <translation>Un salon a été créé, rejoint ou ouvert&#xa0;: ce qu’il faut en savoir.</translation>
    </message>
    <message>
        <source>Looks for rooms by their name or their topic.</source>
        <translation>Cherche des salons par leur nom ou leur sujet.</translation>
    </message>
    <message>
        <source>The rooms that were found.</source>
        <translation>Les salons trouvés.</translation>
    </message>
    <message>
        <source>Joins a public room.</source>
        <translation>Rejoint un salon public.</translation>
    </message>
    <message>
        <source>Leaves a room.</source>
        <translation>Quitte un salon.</translation>
    </message>
    <message>
        <source>Puts somebody into a room.</source>
        <translation>Fait entrer quelqu’un dans un salon.</translation>
    </message>
    <message>
        <source>Gives a room another name.</source>
        <translation>Donne un autre nom à un salon.</translation>
    </message>
    <message>
        <source>Changes the topic of a room.</source>
        <translation>Change le sujet d’un salon.</translation>
    </message>
    <message>
        <source>Opens the direct conversation with exactly these people, and makes it if there is none yet.</source>
        <translation>Ouvre la conversation directe avec exactement ces personnes, et la crée s’il n’y en a pas encore.</translation>
    </message>
    <message>
        <source>Asks who is in a room.</source>
        <translation>Demande qui est dans un salon.</translation>
    </message>
    <message>
        <source>The members of a room, those present first.</source>
        <translation>Les membres d’un salon, les présents d’abord.</translation>
    </message>
    <message>
        <source>You are in one more room now.</source>
        <translation>Vous êtes maintenant dans un salon de plus.</translation>
    </message>
    <message>
        <source>You are no longer in this room.</source>
        <translation>Vous n’êtes plus dans ce salon.</translation>
    </message>
    <message>
        <source>Something happened in a room: mostly, somebody wrote. The events of a room are numbered 1, 2, 3 …, so that this program sees when one is missing.</source>
        <translation>Il s’est passé quelque chose dans un salon&#xa0;: le plus souvent, quelqu’un a écrit. Les événements d’un salon sont numérotés 1, 2, 3…, pour que ce programme voie quand il en manque un.</translation>
    </message>
    <message>
        <source>The message is on the server&apos;s disk, and this is its number in the room.</source>
        <translation>Le message est sur le disque du serveur, et voici son numéro dans le salon.</translation>
    </message>
    <message>
        <source>The first request after the login: up to which number this program has each room already.</source>
        <translation>La première requête après l’identification&#xa0;: jusqu’à quel numéro ce programme a déjà chaque salon.</translation>
    </message>
    <message>
        <source>All your rooms as they are now. Where something is missing here, this program asks for it next.</source>
        <translation>Tous vos salons tels qu’ils sont maintenant. Là où quelque chose manque ici, ce programme le demande ensuite.</translation>
    </message>
    <message>
        <source>Asks for what happened in a room after this number, and to be told of everything that comes.</source>
        <translation>Demande ce qui s’est passé dans un salon après ce numéro, et à être averti de tout ce qui viendra.</translation>
    </message>
    <message>
        <source>Asks for older messages of a room.</source>
        <translation>Demande des messages plus anciens d’un salon.</translation>
    </message>
    <message>
        <source>A page of a room&apos;s history, in order and without holes.</source>
        <translation>Une page de l’historique d’un salon, dans l’ordre et sans trous.</translation>
    </message>
    <message>
        <source>This program read too slowly for a lively room. The server tells it nothing more of the room until it asks again.</source>
        <translation>Ce programme a lu trop lentement pour un salon animé. Le serveur ne lui dit plus rien du salon jusqu’à ce qu’il redemande.</translation>
    </message>
    <message>
        <source>You have read a room up to this number.</source>
        <translation>Vous avez lu un salon jusqu’à ce numéro.</translation>
    </message>
    <message>
        <source>You have read further, perhaps on another device: how many messages are unread now.</source>
        <translation>Vous avez lu plus loin, peut-être sur un autre appareil&#xa0;: combien de messages restent non lus.</translation>
    </message>
    <message>
        <source>You are typing in this room.</source>
        <translation>Vous êtes en train d’écrire dans ce salon.</translation>
    </message>
    <message>
        <source>Somebody is typing in this room.</source>
        <translation>Quelqu’un est en train d’écrire dans ce salon.</translation>
    </message>
    <message>
        <source>Looks for people by name; without a text, for everybody.</source>
        <translation>Cherche des personnes par leur nom&#x202f;; sans texte, tout le monde.</translation>
    </message>
    <message>
        <source>The people who were found.</source>
        <translation>Les personnes trouvées.</translation>
    </message>
    <message>
        <source>Tells whether you are here, away or busy, and your status.</source>
        <translation>Dit si vous êtes là, absent ou occupé, et votre statut.</translation>
    </message>
    <message>
        <source>People came, went or changed their status: what happened within about a second, told at once.</source>
        <translation>Des personnes sont arrivées, parties ou ont changé de statut&#xa0;: ce qui s’est passé en une seconde environ, dit en une fois.</translation>
    </message>
    <message>
        <source>Changes the name that others see.</source>
        <translation>Change le nom que voient les autres.</translation>
    </message>
    <message>
        <source>Somebody has another name or role now.</source>
        <translation>Quelqu’un a maintenant un autre nom ou un autre rôle.</translation>
    </message>
    <message>
        <source>Proves by a signature that a device is who it said to be.</source>
        <translation>Prouve par une signature qu’un appareil est bien celui qu’il a dit être.</translation>
    </message>
    <message>
        <source>A message from device to device, or the offer of a file.</source>
        <translation>Un message d’appareil à appareil, ou l’offre d’un fichier.</translation>
    </message>
    <message>
        <source>The file is wanted, from this byte on: those before it are there already.</source>
        <translation>Le fichier est voulu, à partir de cet octet&#xa0;: les précédents sont déjà là.</translation>
    </message>
    <message>
        <source>A piece of a file.</source>
        <translation>Un morceau de fichier.</translation>
    </message>
    <message>
        <source>The end of a file: it is whole, or why it is not.</source>
        <translation>La fin d’un fichier&#xa0;: il est entier, ou pourquoi il ne l’est pas.</translation>
    </message>
    <message>
        <source>A message that this program does not know. It skips it; so old and new programs understand each other.</source>
        <translation>Un message que ce programme ne connaît pas. Il l’ignore&#x202f;; ainsi les anciens et les nouveaux programmes se comprennent.</translation>
    </message>
    <message>
        <source>A request from this program. The server will answer with the same number, %1.</source>
        <translation>Une requête de ce programme. Le serveur y répondra avec le même numéro, %1.</translation>
    </message>
    <message>
        <source>A request from the server. This program answers with the same number, %1.</source>
        <translation>Une requête du serveur. Ce programme y répond avec le même numéro, %1.</translation>
    </message>
    <message>
        <source>The answer to the request with the number %1.</source>
        <translation>La réponse à la requête numéro %1.</translation>
    </message>
    <message>
        <source>Told without having been asked; nothing answers it.</source>
        <translation>Dit sans avoir été demandé&#x202f;; rien n’y répond.</translation>
    </message>
    <message>
        <source>Told to the server; nothing answers it.</source>
        <translation>Dit au serveur&#x202f;; rien n’y répond.</translation>
    </message>
    <message>
        <source>Between two devices without a server, each begins with this: who it says it is.</source>
        <translation>Entre deux appareils sans serveur, chacun commence par ceci&#xa0;: qui il dit être.</translation>
    </message>
    <message>
        <source>Whoever sends this accepts to talk, and tells up to which number messages have arrived there.</source>
        <translation>Qui envoie ceci accepte de parler, et dit jusqu’à quel numéro les messages lui sont arrivés.</translation>
    </message>
    <message>
        <source>The device that sends this has stored everything up to this number.</source>
        <translation>L’appareil qui envoie ceci a tout enregistré jusqu’à ce numéro.</translation>
    </message>
    <message>
        <source>The device that sends this will never take the message with this number.</source>
        <translation>L’appareil qui envoie ceci ne prendra jamais le message de ce numéro.</translation>
    </message>
    <message>
        <source>A request from this device. The other will answer with the same number, %1.</source>
        <translation>Une requête de cet appareil. L’autre y répondra avec le même numéro, %1.</translation>
    </message>
    <message>
        <source>A request from the other device. This one answers with the same number, %1.</source>
        <translation>Une requête de l’autre appareil. Celui-ci y répond avec le même numéro, %1.</translation>
    </message>
    <message>
        <source>Told to the other device; nothing answers it.</source>
        <translation>Dit à l’autre appareil&#x202f;; rien n’y répond.</translation>
    </message>
    <message>
        <source>Told without having been asked; what comes back is a message of its own.</source>
        <translation>Dit sans avoir été demandé&#x202f;; ce qui revient est un message à part.</translation>
    </message>
    <message>
        <source>Removes somebody from a room, or also bans them: then they cannot come back.</source>
        <translation>Retire quelqu’un d’un salon, ou de plus le bannit&#xa0;: la personne ne peut alors plus revenir.</translation>
    </message>
    <message>
        <source>Lets somebody come back who was banned from a room.</source>
        <translation>Laisse revenir une personne bannie d’un salon.</translation>
    </message>
    <message>
        <source>Asks who is banned from a room.</source>
        <translation>Demande qui est banni d’un salon.</translation>
    </message>
    <message>
        <source>The people who are banned from a room.</source>
        <translation>Les personnes bannies d’un salon.</translation>
    </message>
    <message>
        <source>Posts a message, or a change of one: an edit, a reaction, a deletion. Its cid, chosen at random here, makes sure that sending it again after a cut does not post it twice.</source>
        <translation>Publie un message, ou un changement d’un message&#xa0;: modification, réaction, suppression. Grâce à son cid, tiré au hasard ici, l’envoyer de nouveau après une coupure ne le publie pas deux fois.</translation>
    </message>
    <message>
        <source>Asks for a list: what is pinned in a room, what you saved, or what mentions you.</source>
        <translation>Demande une liste&#xa0;: ce qui est épinglé dans un salon, ce que vous avez gardé, ou ce qui vous mentionne.</translation>
    </message>
    <message>
        <source>A page of that list, newest first, each message as it reads now.</source>
        <translation>Une page de cette liste, du plus récent au plus ancien, chaque message tel qu’il se lit maintenant.</translation>
    </message>
    <message>
        <source>Puts a message on your own list of saved ones, or takes it off.</source>
        <translation>Met un message dans la liste de ceux que vous gardez, ou l’en retire.</translation>
    </message>
    <message>
        <source>You saved a message, or took it off the list, on one of your devices.</source>
        <translation>Vous avez gardé un message, ou l’avez retiré de la liste, sur un de vos appareils.</translation>
    </message>
    <message>
        <source>Asks what an edited message said before.</source>
        <translation>Demande ce que disait avant un message modifié.</translation>
    </message>
    <message>
        <source>What a message said at different times, newest first.</source>
        <translation>Ce qu’un message a dit au fil du temps, du plus récent au plus ancien.</translation>
    </message>
    <message>
        <source>Asks who reacted to a message.</source>
        <translation>Demande qui a réagi à un message.</translation>
    </message>
    <message>
        <source>Who reacted to a message, emoji by emoji.</source>
        <translation>Qui a réagi à un message, emoji par emoji.</translation>
    </message>
    <message>
        <source>Says whether others may be told how far you have read.</source>
        <translation>Dit si les autres peuvent savoir jusqu’où vous avez lu.</translation>
    </message>
    <message>
        <source>You changed what others are told of you, on another device.</source>
        <translation>Vous avez changé, sur un autre appareil, ce que les autres savent de vous.</translation>
    </message>
    <message>
        <source>Sets what holds in a room: who may write, slow mode, how long messages are kept.</source>
        <translation>Fixe ce qui vaut dans un salon&#xa0;: qui peut écrire, le mode lent, combien de temps les messages sont gardés.</translation>
    </message>
    <message>
        <source>Says what of a room may call your attention, on all your devices.</source>
        <translation>Dit ce qui, dans un salon, peut attirer votre attention, sur tous vos appareils.</translation>
    </message>
    <message>
        <source>You muted a room, or the contrary, on another device.</source>
        <translation>Vous avez mis un salon en sourdine, ou le contraire, sur un autre appareil.</translation>
    </message>
    <message>
        <source>A room counts as unread from this message on.</source>
        <translation>Un salon compte comme non lu à partir de ce message.</translation>
    </message>
    <message>
        <source>Looks for messages by what they say, in all rooms that you can read.</source>
        <translation>Cherche des messages par ce qu’ils disent, dans tous les salons que vous pouvez lire.</translation>
    </message>
    <message>
        <source>Messages that were found, newest first, each as it reads now.</source>
        <translation>Les messages trouvés, du plus récent au plus ancien, chacun tel qu’il se lit maintenant.</translation>
    </message>
    <message>
        <source>Old messages of a room were removed for good, as its rules say.</source>
        <translation>D’anciens messages d’un salon ont été supprimés pour de bon, comme ses règles le veulent.</translation>
    </message>
    <message>
        <source>Asks how far the others have read.</source>
        <translation>Demande jusqu’où les autres ont lu.</translation>
    </message>
    <message>
        <source>How far the others have read.</source>
        <translation>Jusqu’où les autres ont lu.</translation>
    </message>
    <message>
        <source>Somebody else has read further.</source>
        <translation>Quelqu’un d’autre a lu plus loin.</translation>
    </message>
    <message>
        <source>Asks where a conversation stood at a given day.</source>
        <translation>Demande où en était une conversation tel jour.</translation>
    </message>
    <message>
        <source>The first message from that day on.</source>
        <translation>Le premier message à partir de ce jour.</translation>
    </message>
    <message>
        <source>Announces a file by its size and the fingerprint of its content.</source>
        <translation>Annonce un fichier par sa taille et l’empreinte de son contenu.</translation>
    </message>
    <message>
        <source>From which byte on the server wants it: after a cut, only the rest.</source>
        <translation>À partir de quel octet le serveur le veut&#xa0;: après une coupure, seulement le reste.</translation>
    </message>
    <message>
        <source>A piece of the file.</source>
        <translation>Un morceau du fichier.</translation>
    </message>
    <message>
        <source>The file is not to be sent after all.</source>
        <translation>Finalement, le fichier n’est pas à envoyer.</translation>
    </message>
    <message>
        <source>Asks for a file of a message.</source>
        <translation>Demande un fichier d’un message.</translation>
    </message>
    <message>
        <source>The file is there: its size, and the fingerprint that its content must have.</source>
        <translation>Le fichier est là&#xa0;: sa taille, et l’empreinte que son contenu doit avoir.</translation>
    </message>
    <message>
        <source>Asks for a piece of the file.</source>
        <translation>Demande un morceau du fichier.</translation>
    </message>
    <message>
        <source>No more pieces are wanted.</source>
        <translation>Plus aucun morceau n’est demandé.</translation>
    </message>
    <message>
        <source>The piece of the file that was asked for.</source>
        <translation>Le morceau du fichier qui a été demandé.</translation>
    </message>
</context>
<context>
    <name>salon::NearbyHeader</name>
    <message>
        <source>Compare the four words…</source>
        <translation>Comparer les quatre mots…</translation>
    </message>
    <message>
        <source>Conversation on %1</source>
        <extracomment>%1 is the name of a server</extracomment>
        <translation>Conversation sur %1</translation>
    </message>
    <message>
        <source>Talk with this person no more</source>
        <translation>Ne plus parler avec cette personne</translation>
    </message>
    <message>
        <source>Talk with this person</source>
        <translation>Parler avec cette personne</translation>
    </message>
    <message>
        <source>Send files</source>
        <translation>Envoyer des fichiers</translation>
    </message>
    <message>
        <source>Compare the four words</source>
        <translation>Comparer les quatre mots</translation>
    </message>
    <message>
        <source>More about this person</source>
        <translation>Plus sur cette personne</translation>
    </message>
</context>
<context>
    <name>salon::NearbyNotes</name>
    <message>
        <source>Nearby, without a server</source>
        <translation>À proximité, sans serveur</translation>
    </message>
    <message>
        <source>Wants to send you a file</source>
        <translation>Veut vous envoyer un fichier</translation>
    </message>
    <message>
        <source>New message</source>
        <translation>Nouveau message</translation>
    </message>
</context>
<context>
    <name>salon::NearbyPage</name>
    <message>
        <source>People nearby</source>
        <translation>À proximité</translation>
    </message>
    <message>
        <source>Be found by people on this network, and find them, without a server. Who wants to talk has to ask you first.</source>
        <translation>Être trouvé par les personnes de ce réseau, et les trouver, sans serveur. Qui veut vous parler doit d’abord vous le demander.</translation>
    </message>
    <message>
        <source>Your name for people nearby</source>
        <extracomment>%1 is a folder</extracomment>
        <translation>Votre nom pour les personnes à proximité</translation>
    </message>
    <message>
        <source>Files that they send you, and that you accept, go into %1.</source>
        <translation>Les fichiers qu’elles vous envoient, et que vous acceptez, vont dans %1.</translation>
    </message>
</context>
<context>
    <name>salon::NearbyPanel</name>
    <message>
        <source>People nearby</source>
        <translation>À proximité</translation>
    </message>
    <message>
        <source>Look around now</source>
        <translation>Regarder autour maintenant</translation>
    </message>
    <message>
        <source>Direct conversation…</source>
        <translation>Conversation directe…</translation>
    </message>
    <message>
        <source>Your four words…</source>
        <translation>Vos quatre mots…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Réglages…</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>Ouvrir la conversation</translation>
    </message>
    <message>
        <source>Compare the four words…</source>
        <translation>Comparer les quatre mots…</translation>
    </message>
    <message>
        <source>Talk with this person</source>
        <translation>Parler avec cette personne</translation>
    </message>
    <message>
        <source>Talk with this person no more</source>
        <translation>Ne plus parler avec cette personne</translation>
    </message>
    <message>
        <source>PEOPLE NEARBY</source>
        <extracomment>Head of a section of the list of rooms, in small capitals</extracomment>
        <translation>À PROXIMITÉ</translation>
    </message>
    <message>
        <source>Be found by people on this network, and find them, without a server</source>
        <translation>Être trouvé par les personnes de ce réseau, et les trouver, sans serveur</translation>
    </message>
    <message>
        <source>More about people nearby</source>
        <translation>Plus sur les personnes à proximité</translation>
    </message>
    <message>
        <source>Nobody is here yet. Others appear when they turn this on too.</source>
        <translation>Personne n’est encore là. Les autres apparaissent quand ils l’activent aussi.</translation>
    </message>
</context>
<context>
    <name>salon::NearbyPeople</name>
    <message>
        <source>Somebody without a name</source>
        <translation>Quelqu’un sans nom</translation>
    </message>
    <message>
        <source>Wants to talk with you</source>
        <translation>Veut parler avec vous</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>On this network</source>
        <translation>Sur ce réseau</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Ici</translation>
    </message>
    <message>
        <source>Has not accepted yet</source>
        <translation>N’a pas encore accepté</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>For screen readers. %1 name, %2 &quot;Here&quot;, %3 &quot;2 unread messages&quot;</extracomment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>For screen readers. %1 name, %2 &quot;Here&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n unread message(s)</source>
        <translation>
            <numerusform>%n message non lu</numerusform>
            <numerusform>%n messages non lus</numerusform>
        </translation>
    </message>
    <message>
        <source>Answers where somebody else was before</source>
        <translation>Répond là où était quelqu’un d’autre</translation>
    </message>
    <message>
        <source>Wants to talk with you; not the one you know</source>
        <translation>Veut vous parler&#x202f;; ce n’est pas la personne que vous connaissez</translation>
    </message>
    <message>
        <source>On this network; not the one you know</source>
        <translation>Sur ce réseau&#x202f;; ce n’est pas la personne que vous connaissez</translation>
    </message>
    <message>
        <source>Another device than before answers at %1. This is not the %2 you know, whose words are: %3.</source>
        <extracomment>%1 an address, %2 a name, %3 four words</extracomment>
        <translation>Un autre appareil qu’avant répond à l’adresse %1. Ce n’est pas la personne que vous connaissez sous le nom de %2, dont les mots sont&#xa0;: %3.</translation>
    </message>
    <message>
        <source>This is not the %1 you know, whose words are: %2.</source>
        <extracomment>%1 a name, %2 four words</extracomment>
        <translation>Ce n’est pas la personne que vous connaissez sous le nom de %1, dont les mots sont&#xa0;: %2.</translation>
    </message>
</context>
<context>
    <name>salon::NearbyTimelineRows</name>
    <message>
        <source>File: %1</source>
        <extracomment>A file in a conversation. %1 is its name</extracomment>
        <translation>Fichier&#xa0;: %1</translation>
    </message>
    <message>
        <source>Not delivered. %1</source>
        <extracomment>Under a message. %1 is a sentence: why</extracomment>
        <translation>Non remis. %1</translation>
    </message>
    <message>
        <source>Waiting until the other device is here; it is safe on this computer.</source>
        <translation>En attente de l’autre appareil&#x202f;; il est en sûreté sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Stored on the other device. No server has it.</source>
        <translation>Enregistré sur l’autre appareil. Aucun serveur ne l’a.</translation>
    </message>
    <message>
        <source>The other device did not take it.</source>
        <translation>L’autre appareil ne l’a pas pris.</translation>
    </message>
    <message>
        <source>It came directly. No server has it.</source>
        <translation>Reçu directement. Aucun serveur ne l’a.</translation>
    </message>
</context>
<context>
    <name>salon::NearbyView</name>
    <message>
        <source>“%1” was not sent. %2</source>
        <extracomment>%1 is the name of a file, %2 a sentence: why</extracomment>
        <translation>«&#xa0;%1&#xa0;» n’a pas été envoyé. %2</translation>
    </message>
    <message>
        <source>The file was not accepted. %1</source>
        <translation>Le fichier n’a pas été accepté. %1</translation>
    </message>
    <message>
        <source>People nearby is turned off. Turn it on to write to this person.</source>
        <translation>«&#xa0;À proximité&#xa0;» est désactivé. Activez-le pour écrire à cette personne.</translation>
    </message>
    <message>
        <source>%1 has not decided yet whether to talk with you. What you write is kept until then.</source>
        <extracomment>%1 is a person&apos;s name</extracomment>
        <translation>%1 n’a pas encore décidé de parler avec vous. Ce que vous écrivez est gardé d’ici là.</translation>
    </message>
    <message>
        <source>%1 is not here. What you write is kept and delivered when you are on the same network again.</source>
        <extracomment>%1 is a person&apos;s name</extracomment>
        <translation>%1 n’est pas là. Ce que vous écrivez est gardé, et remis quand vous serez de nouveau sur le même réseau.</translation>
    </message>
    <message>
        <source>Send files</source>
        <translation>Envoyer des fichiers</translation>
    </message>
    <message>
        <source>“%1” is a folder. Send the files in it, or pack it first.</source>
        <extracomment>%1 is the name of a folder</extracomment>
        <translation>«&#xa0;%1&#xa0;» est un dossier. Envoyez les fichiers qu’il contient, ou faites-en d’abord une archive.</translation>
    </message>
    <message>
        <source>There is no link to %1 at the moment. What you write is kept and delivered when there is one.</source>
        <extracomment>%1 is a person&apos;s name</extracomment>
        <translation>Il n’y a pas de lien avec %1 en ce moment. Ce que vous écrivez est gardé, et remis dès qu’il y en a un.</translation>
    </message>
    <message>
        <source>“%1” was not sent to %2. %3</source>
        <extracomment>%1 is the name of a file, %2 that of a person, %3 a sentence: why</extracomment>
        <translation>«&#xa0;%1&#xa0;» n’a pas été envoyé à %2. %3</translation>
    </message>
</context>
<context>
    <name>salon::NetworkPage</name>
    <message>
        <source>This computer knows no server yet.</source>
        <translation>Cet ordinateur ne connaît encore aucun serveur.</translation>
    </message>
    <message>
        <source>Known servers</source>
        <translation>Serveurs connus</translation>
    </message>
    <message>
        <source>%1 — you are @%2</source>
        <extracomment>%1 address of a server, %2 name of one&apos;s account there</extracomment>
        <translation>%1 — vous êtes @%2</translation>
    </message>
    <message>
        <source>No fingerprint: the connection does not leave this computer, or was never made.</source>
        <translation>Pas d’empreinte&#xa0;: la connexion ne quitte pas cet ordinateur, ou n’a jamais été établie.</translation>
    </message>
    <message>
        <source>Fingerprint: %1</source>
        <translation>Empreinte&#xa0;: %1</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Dossier de données</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Ouvrir le dossier de données</translation>
    </message>
    <message>
        <source>Key of this device</source>
        <translation>Clé de cet appareil</translation>
    </message>
    <message>
        <source>It is kept in a file of the data folder that only you can read. Give nobody a copy of this folder.</source>
        <translation>Elle est gardée dans un fichier du dossier de données que vous seul pouvez lire. Ne donnez de copie de ce dossier à personne.</translation>
    </message>
    <message>
        <source>It is kept in the system&apos;s keychain.</source>
        <translation>Elle est gardée dans le trousseau du système.</translation>
    </message>
</context>
<context>
    <name>salon::NewDirectDialog</name>
    <message>
        <source>New direct message</source>
        <translation>Nouveau message direct</translation>
    </message>
    <message>
        <source>To whom?</source>
        <translation>À qui&#x202f;?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Write</source>
        <extracomment>Button that opens the conversation with the chosen people</extracomment>
        <translation>Écrire</translation>
    </message>
</context>
<context>
    <name>salon::NotificationsPage</name>
    <message>
        <source>Notify me about</source>
        <translation>Me signaler</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Tous les messages</translation>
    </message>
    <message>
        <source>Mentions and direct messages</source>
        <translation>Mentions et messages directs</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Rien</translation>
    </message>
    <message>
        <source>Show the text of messages</source>
        <translation>Afficher le texte des messages</translation>
    </message>
    <message>
        <source>Off: only who wrote, which is better when others see your screen.</source>
        <translation>Sinon, seulement qui a écrit&#xa0;: préférable quand d’autres voient votre écran.</translation>
    </message>
    <message>
        <source>Play a sound</source>
        <translation>Jouer un son</translation>
    </message>
</context>
<context>
    <name>salon::Notifier</name>
    <message numerus="yes">
        <source>In %n room(s)</source>
        <translation>
            <numerusform>Dans %n salon</numerusform>
            <numerusform>Dans %n salons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n nouveau message</numerusform>
            <numerusform>%n nouveaux messages</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 dans %2</translation>
    </message>
    <message>
        <source>New message</source>
        <translation>Nouveau message</translation>
    </message>
    <message>
        <source>%1 wants to talk with you</source>
        <extracomment>Heading of a notification; %1 is a person&apos;s name</extracomment>
        <translation>%1 veut vous parler</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) nearby want(s) to talk with you</source>
        <translation>
            <numerusform>%n personne à proximité veut vous parler</numerusform>
            <numerusform>%n personnes à proximité veulent vous parler</numerusform>
        </translation>
    </message>
    <message>
        <source>Nearby, without a server</source>
        <translation>À proximité, sans serveur</translation>
    </message>
    <message numerus="yes">
        <source>In %n conversation(s)</source>
        <translation>
            <numerusform>Dans %n conversation</numerusform>
            <numerusform>Dans %n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::OutboxDelegate</name>
    <message>
        <source>Waits for the connection and is then sent by itself.</source>
        <translation>Attend la connexion et partira automatiquement.</translation>
    </message>
    <message>
        <source>Is being sent.</source>
        <translation>En cours d’envoi.</translation>
    </message>
    <message>
        <source>Was sent.</source>
        <translation>Envoyé.</translation>
    </message>
    <message>
        <source>Was not sent.</source>
        <translation>Non envoyé.</translation>
    </message>
    <message>
        <source>Waits for the message before it and is then sent by itself.</source>
        <translation>Attend le message qui précède, puis part de lui-même.</translation>
    </message>
    <message>
        <source>Its files are paused. It goes on with the button in the conversation.</source>
        <translation>Ses fichiers sont en pause. Le bouton dans la conversation les relance.</translation>
    </message>
</context>
<context>
    <name>salon::OutboxDialog</name>
    <message>
        <source>%1: %2. %3</source>
        <extracomment>An unsent message, read aloud: %1 room, %2 its text, %3 what becomes of it</extracomment>
        <translation>%1&#xa0;: %2. %3</translation>
    </message>
    <message>
        <source>Unsent messages</source>
        <translation>Boîte d’envoi</translation>
    </message>
    <message>
        <source>Everything you wrote has reached the server.</source>
        <translation>Tout ce que vous avez écrit est arrivé au serveur.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>It is not tried again by itself.</source>
        <translation>Aucun nouvel essai n’a lieu de lui-même.</translation>
    </message>
    <message numerus="yes">
        <source>Next try in %n second(s).</source>
        <translation>
            <numerusform>Prochain essai dans %n seconde.</numerusform>
            <numerusform>Prochain essai dans %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Un nouvel essai a lieu de lui-même.</translation>
    </message>
    <message>
        <source>The server may have it already; the next connection tells.</source>
        <translation>Le serveur l’a peut-être déjà&#x202f;; la prochaine connexion le dira.</translation>
    </message>
    <message>
        <source>Retry all</source>
        <translation>Tout réessayer</translation>
    </message>
</context>
<context>
    <name>salon::OutboxModel</name>
    <message>
        <source>Edit: %1</source>
        <extracomment>In the list of what is still to be sent</extracomment>
        <translation>Modification&#xa0;: %1</translation>
    </message>
    <message>
        <source>Deletion of a message</source>
        <translation>Suppression d’un message</translation>
    </message>
    <message>
        <source>Reaction %1</source>
        <translation>Réaction %1</translation>
    </message>
    <message>
        <source>Taking back of the reaction %1</source>
        <translation>Retrait de la réaction %1</translation>
    </message>
    <message>
        <source>Pinning of a message</source>
        <translation>Épinglage d’un message</translation>
    </message>
    <message>
        <source>Unpinning of a message</source>
        <translation>Désépinglage d’un message</translation>
    </message>
</context>
<context>
    <name>salon::OutgoingFileRow</name>
    <message>
        <source>Name of the file</source>
        <translation>Nom du fichier</translation>
    </message>
    <message>
        <source>Move %1 up</source>
        <translation>Monter %1</translation>
    </message>
    <message>
        <source>Move %1 down</source>
        <translation>Descendre %1</translation>
    </message>
    <message>
        <source>Do not send %1</source>
        <translation>Ne pas envoyer %1</translation>
    </message>
    <message>
        <source>%1 × %2 · %3</source>
        <translation>%1 × %2 · %3</translation>
    </message>
</context>
<context>
    <name>salon::PasswordEdit</name>
    <message>
        <source>Hide the password</source>
        <translation>Cacher le mot de passe</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Afficher le mot de passe</translation>
    </message>
</context>
<context>
    <name>salon::PeerFileText</name>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 &quot;4.2 MB&quot;, %2 &quot;waiting for their answer&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>waiting for their answer</source>
        <translation>en attente de sa réponse</translation>
    </message>
    <message>
        <source>offered to you</source>
        <translation>proposé</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>accepté</translation>
    </message>
    <message>
        <source>waiting for the rest</source>
        <translation>en attente de la suite</translation>
    </message>
    <message>
        <source>sending, %1 %</source>
        <extracomment>a file under way; %1 is a number</extracomment>
        <translation>envoi, %1&#xa0;%</translation>
    </message>
    <message>
        <source>receiving, %1 %</source>
        <translation>réception, %1&#xa0;%</translation>
    </message>
    <message>
        <source>paused by them</source>
        <translation>mis en pause par l’autre</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>remis</translation>
    </message>
    <message>
        <source>received</source>
        <translation>reçu</translation>
    </message>
    <message>
        <source>not wanted</source>
        <translation>pas voulu</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusé</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>n’existe plus</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>repris</translation>
    </message>
    <message>
        <source>cannot be read any more, or has changed</source>
        <translation>illisible, ou modifié depuis</translation>
    </message>
    <message>
        <source>arrived damaged</source>
        <translation>arrivé endommagé</translation>
    </message>
    <message>
        <source>arrived damaged and was deleted</source>
        <translation>arrivé endommagé, puis supprimé</translation>
    </message>
</context>
<context>
    <name>salon::PeerTimeline</name>
    <message>
        <source>%1, %2: %3, not delivered yet</source>
        <extracomment>For screen readers. %1 author, %2 time, %3 text</extracomment>
        <translation>%1, %2&#xa0;: %3, pas encore remis</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>For screen readers. %1 author, %2 time, %3 text</extracomment>
        <translation>%1, %2&#xa0;: %3</translation>
    </message>
</context>
<context>
    <name>salon::PeoplePicker</name>
    <message>
        <source>Remove %1</source>
        <extracomment>Button with a person&apos;s name that takes the person out of those chosen</extracomment>
        <translation>Retirer %1</translation>
    </message>
    <message numerus="yes">
        <source>No more than %n person(s) can be chosen.</source>
        <translation>
            <numerusform>On ne peut choisir que %n personne.</numerusform>
            <numerusform>On peut choisir %n personnes au plus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody on this server is here already.</source>
        <translation>Toutes les personnes du serveur sont déjà ici.</translation>
    </message>
    <message>
        <source>There is nobody else here yet.</source>
        <translation>Il n’y a encore personne d’autre ici.</translation>
    </message>
    <message>
        <source>Nobody of this name was found.</source>
        <translation>Personne de ce nom n’a été trouvé.</translation>
    </message>
    <message>
        <source>There are more people. Type a part of the name.</source>
        <translation>Il y a d’autres personnes. Tapez une partie du nom.</translation>
    </message>
    <message>
        <source>Name or username</source>
        <translation>Nom ou nom d’utilisateur</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Personnes trouvées</translation>
    </message>
</context>
<context>
    <name>salon::PeopleText</name>
    <message>
        <source>%1 is typing…</source>
        <translation>%1 écrit…</translation>
    </message>
    <message>
        <source>%1 and %2 are typing…</source>
        <translation>%1 et %2 écrivent…</translation>
    </message>
    <message numerus="yes">
        <source>%n people are typing…</source>
        <translation>
            <numerusform>%n personne écrit…</numerusform>
            <numerusform>%n personnes écrivent…</numerusform>
        </translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En ligne</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Occupé</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Invité</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>Robot</translation>
    </message>
    <message>
        <source>Moderator</source>
        <translation>Modérateur</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrateur</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Membre</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n membre</numerusform>
            <numerusform>%n membres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::PickModel</name>
    <message>
        <source>%1, @%2, %3</source>
        <extracomment>A person in a list, read aloud: %1 name, %2 account, %3 &quot;online&quot;, &quot;away&quot;…</extracomment>
        <translation>%1, @%2, %3</translation>
    </message>
</context>
<context>
    <name>salon::PinButton</name>
    <message numerus="yes">
        <source>More than %n pinned message(s)</source>
        <translation>
            <numerusform>Plus de %n message épinglé</numerusform>
            <numerusform>Plus de %n messages épinglés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pinned message(s)</source>
        <translation>
            <numerusform>%n message épinglé</numerusform>
            <numerusform>%n messages épinglés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::PurposeBar</name>
    <message>
        <source>Cancel</source>
        <comment>a reply or a change</comment>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>salon::QuestionDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>salon::QuickSwitcher</name>
    <message>
        <source>Go to a room or a person…</source>
        <translation>Aller à un salon ou à une personne…</translation>
    </message>
    <message>
        <source>Go to a room or a person</source>
        <translation>Aller à un salon ou à une personne</translation>
    </message>
    <message>
        <source>Nothing here is called that.</source>
        <translation>Rien ici ne porte ce nom.</translation>
    </message>
    <message>
        <source>nearby — %1</source>
        <extracomment>Of a person nearby: %1 is &quot;Here&quot; or &quot;Wants to talk with you&quot;</extracomment>
        <translation>à proximité — %1</translation>
    </message>
    <message>
        <source>Rooms, people and servers</source>
        <translation>Salons, personnes et serveurs</translation>
    </message>
    <message>
        <source>%1 — on this network, %2</source>
        <extracomment>Of a server on the local network: %1 its address, %2 &quot;3 online&quot;</extracomment>
        <translation>%1 — sur ce réseau, %2</translation>
    </message>
    <message>
        <source>Join %1</source>
        <extracomment>A room in the list of Ctrl+K that one is not in; Enter joins it</extracomment>
        <translation>Rejoindre %1</translation>
    </message>
</context>
<context>
    <name>salon::ReachableBar</name>
    <message>
        <source>Still reached directly, without the server: %1.</source>
        <extracomment>%1 are one to three names</extracomment>
        <translation>Toujours en direct, sans le serveur&#xa0;: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Still reached directly, without the server: %1 and %n more.</source>
        <extracomment>%1 are three names</extracomment>
        <translation>
            <numerusform>Toujours en direct, sans le serveur&#xa0;: %1 et %n autre.</numerusform>
            <numerusform>Toujours en direct, sans le serveur&#xa0;: %1 et %n autres.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write</source>
        <extracomment>Button: to a conversation</extracomment>
        <translation>Écrire</translation>
    </message>
    <message>
        <source>Write to…</source>
        <translation>Écrire à…</translation>
    </message>
    <message>
        <source>Directly: %1</source>
        <extracomment>Who is reached directly while the server is away, where there is little room. %1 are names</extracomment>
        <translation>En direct&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>salon::ReactionsDialog</name>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>Nobody reacts to this message any more.</source>
        <translation>Plus personne ne réagit à ce message.</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n autre</numerusform>
            <numerusform>%n autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n personne</numerusform>
            <numerusform>%n personnes</numerusform>
        </translation>
    </message>
    <message>
        <source>Who reacted</source>
        <translation>Qui a réagi</translation>
    </message>
    <message>
        <source>People who reacted</source>
        <translation>Personnes qui ont réagi</translation>
    </message>
</context>
<context>
    <name>salon::ReadingDialog</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>salon::RemovalText</name>
    <message>
        <source>Remove %1 from “%2”?</source>
        <extracomment>%1 is a person, %2 a room</extracomment>
        <translation>Retirer %1 de «&#xa0;%2&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>They can come back when somebody invites them, or by themselves into a public room.</source>
        <translation>Cette personne peut revenir si quelqu’un l’invite, ou d’elle-même dans un salon public.</translation>
    </message>
    <message>
        <source>Ban %1 from “%2”?</source>
        <extracomment>%1 is a person, %2 a room</extracomment>
        <translation>Bannir %1 de «&#xa0;%2&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>They are put out and cannot come back, until somebody lifts the ban in “About this room”.</source>
        <translation>Cette personne sort et ne peut pas revenir tant que personne ne lève le bannissement dans «&#xa0;À propos de ce salon&#xa0;».</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Ban</source>
        <translation>Bannir</translation>
    </message>
</context>
<context>
    <name>salon::ReturnPill</name>
    <message>
        <source>Back to where I was</source>
        <translation>Revenir où j’étais</translation>
    </message>
</context>
<context>
    <name>salon::RevisionsDialog</name>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>Now, since %1</source>
        <extracomment>Head of the present text of a message; %1 is a date and time</extracomment>
        <translation>Maintenant, depuis le %1</translation>
    </message>
    <message>
        <source>What this message said</source>
        <translation>Ce que disait ce message</translation>
    </message>
    <message>
        <source>Earlier texts of the message</source>
        <translation>Anciens textes du message</translation>
    </message>
</context>
<context>
    <name>salon::RoomHeader</name>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>More about this room</source>
        <translation>Plus sur ce salon</translation>
    </message>
    <message>
        <source>Write directly, without the server</source>
        <translation>Écrire directement, sans le serveur</translation>
    </message>
    <message>
        <source>Rules: %1</source>
        <extracomment>Of the line under the name of a room, for screen readers; %1 are the rules</extracomment>
        <translation>Règles&#xa0;: %1</translation>
    </message>
    <message>
        <source>Search in this room</source>
        <translation>Rechercher dans ce salon</translation>
    </message>
</context>
<context>
    <name>salon::RoomListModel</name>
    <message>
        <source>Empty conversation</source>
        <translation>Conversation vide</translation>
    </message>
</context>
<context>
    <name>salon::RoomListPane</name>
    <message>
        <source>Server %1</source>
        <extracomment>%1 is the name of a server</extracomment>
        <translation>Serveur %1</translation>
    </message>
    <message>
        <source>Filter rooms</source>
        <translation>Filtrer les salons</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salons</translation>
    </message>
    <message>
        <source>New room</source>
        <translation>Nouveau salon</translation>
    </message>
    <message>
        <source>You are not in any room yet.</source>
        <translation>Vous n’êtes encore dans aucun salon.</translation>
    </message>
    <message>
        <source>Find rooms</source>
        <translation>Trouver des salons</translation>
    </message>
    <message>
        <source>You are on no server.</source>
        <translation>Vous n’êtes sur aucun serveur.</translation>
    </message>
    <message>
        <source>Join a server</source>
        <extracomment>“Join” is short for “Join a server”, where there is little room</extracomment>
        <translation>Rejoindre un serveur</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Rejoindre</translation>
    </message>
    <message>
        <source>Mentions of me</source>
        <translation>Mes mentions</translation>
    </message>
    <message>
        <source>Saved messages</source>
        <translation>Messages enregistrés</translation>
    </message>
</context>
<context>
    <name>salon::RoomPropertiesDialog</name>
    <message>
        <source>About %1</source>
        <translation>À propos de %1</translation>
    </message>
    <message>
        <source>A public room: everybody on this server can find it and join it.</source>
        <translation>Salon public&#xa0;: tout le monde sur ce serveur peut le trouver et le rejoindre.</translation>
    </message>
    <message>
        <source>A private room: only people whom a member has invited can see it.</source>
        <translation>Salon privé&#xa0;: seules les personnes invitées par un membre peuvent le voir.</translation>
    </message>
    <message>
        <source>A direct conversation: nobody else can see it or come in.</source>
        <translation>Conversation directe&#xa0;: personne d’autre ne peut la voir ni y entrer.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Only its maker and moderators can rename the room.</source>
        <translation>Seuls son créateur et les modérateurs peuvent renommer ce salon.</translation>
    </message>
    <message>
        <source>It can be changed when there is a connection.</source>
        <translation>Modifiable quand il y a une connexion.</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Banned people…</source>
        <translation>Personnes bannies…</translation>
    </message>
</context>
<context>
    <name>salon::RoomView</name>
    <message>
        <source>Choose a room on the left, or press Ctrl+K.</source>
        <translation>Choisissez un salon à gauche, ou appuyez sur Ctrl+K.</translation>
    </message>
    <message>
        <source>You are no longer in “%1”.</source>
        <extracomment>%1 is the name of the room that was open</extracomment>
        <translation>Vous n’êtes plus dans «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Copy what you were writing</source>
        <extracomment>Button: to the clipboard</extracomment>
        <translation>Copier ce que vous écriviez</translation>
    </message>
    <message>
        <source>Choose somebody nearby on the left, or join a server.</source>
        <translation>Choisissez à gauche quelqu’un à proximité, ou rejoignez un serveur.</translation>
    </message>
    <message>
        <source>You are only looking: nothing is marked as read.</source>
        <translation>Vous ne faites que regarder&#xa0;: rien n’est marqué comme lu.</translation>
    </message>
    <message>
        <source>Nothing is marked as read.</source>
        <translation>Rien n’est marqué comme lu.</translation>
    </message>
    <message>
        <source>Marked as unread: nothing here is read until you come back to this room.</source>
        <translation>Marqué comme non lu&#xa0;: rien ici n’est lu avant que vous reveniez dans ce salon.</translation>
    </message>
    <message>
        <source>Marked as unread.</source>
        <translation>Marqué comme non lu.</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marquer comme lu</translation>
    </message>
    <message>
        <source>Slow mode: your next message goes out in %1.</source>
        <extracomment>Slow mode of a room; %1 is a time like &quot;8 seconds&quot;</extracomment>
        <translation>Mode lent&#xa0;: votre prochain message part dans %1.</translation>
    </message>
    <message>
        <source>A change of yours was refused, and is taken back. %1</source>
        <extracomment>A change of a message; %1 is a sentence that says why</extracomment>
        <translation>Une de vos modifications a été refusée et annulée. %1</translation>
    </message>
    <message>
        <source>Unsent messages</source>
        <translation>Messages non envoyés</translation>
    </message>
</context>
<context>
    <name>salon::RoomWords</name>
    <message>
        <source>DIRECT MESSAGES</source>
        <translation>MESSAGES DIRECTS</translation>
    </message>
    <message>
        <source>ROOMS</source>
        <translation>SALONS</translation>
    </message>
    <message>
        <source>private room</source>
        <translation>salon privé</translation>
    </message>
    <message numerus="yes">
        <source>%n unread message(s)</source>
        <translation>
            <numerusform>%n message non lu</numerusform>
            <numerusform>%n messages non lus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) of you</source>
        <translation>
            <numerusform>%n mention de vous</numerusform>
            <numerusform>%n mentions de vous</numerusform>
        </translation>
    </message>
    <message>
        <source>draft</source>
        <translation>brouillon</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>en sourdine</translation>
    </message>
    <message>
        <source>reached directly</source>
        <extracomment>Of a person, for screen readers: a device of theirs is linked with this one, without the server</extracomment>
        <translation>joignable directement</translation>
    </message>
    <message>
        <source>only mentions notify you</source>
        <extracomment>Of a room, for screen readers</extracomment>
        <translation>seules les mentions vous avertissent</translation>
    </message>
    <message>
        <source>marked as unread</source>
        <extracomment>Of a room, for screen readers: the person marked it so</extracomment>
        <translation>marqué comme non lu</translation>
    </message>
</context>
<context>
    <name>salon::RoomWriting</name>
    <message>
        <source>There is no command /%1. /help shows them all; // at the start sends a slash.</source>
        <translation>La commande /%1 n’existe pas. /help les montre toutes&#x202f;; // au début envoie une barre oblique.</translation>
    </message>
    <message>
        <source>A message cannot be changed into a command. // at the start puts a slash there.</source>
        <translation>Un message ne peut pas devenir une commande. // au début y met une barre oblique.</translation>
    </message>
    <message>
        <source>Something is missing: %1</source>
        <translation>Il manque quelque chose&#xa0;: %1</translation>
    </message>
    <message>
        <source>Delete this message?</source>
        <translation>Supprimer ce message&#x202f;?</translation>
    </message>
    <message>
        <source>It disappears for everybody, with all that it said before. This cannot be undone.</source>
        <translation>Il disparaît pour tout le monde, avec tout ce qu’il disait avant. C’est définitif.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>salon::RowLayout</name>
    <message numerus="yes">
        <source>%n people came or went</source>
        <translation>
            <numerusform>%n personne est arrivée ou partie</numerusform>
            <numerusform>%n personnes sont arrivées ou parties</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry</source>
        <comment>sends a failed message again</comment>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Discard</source>
        <comment>throws a failed message away</comment>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Épinglé</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>This change waits to be sent; it is safe on this computer.</source>
        <translation>Cette modification attend d’être envoyée&#x202f;; elle est en sûreté sur cet ordinateur.</translation>
    </message>
    <message>
        <source>edited</source>
        <comment>mark behind a message</comment>
        <translation>modifié</translation>
    </message>
    <message>
        <source>The message was deleted.</source>
        <translation>Le message a été supprimé.</translation>
    </message>
    <message>
        <source>An earlier message</source>
        <translation>Un message précédent</translation>
    </message>
</context>
<context>
    <name>salon::RowWords</name>
    <message>
        <source>This message was deleted.</source>
        <translation>Ce message a été supprimé.</translation>
    </message>
    <message>
        <source>%1 deleted this message.</source>
        <extracomment>%1 is the name of a moderator</extracomment>
        <translation>%1 a supprimé ce message.</translation>
    </message>
    <message>
        <source>answers %1: %2</source>
        <extracomment>Read aloud. %1 is a name, %2 the beginning of what they wrote</extracomment>
        <translation>répond à %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>answers another message</source>
        <extracomment>Read aloud: a message answers another one of which nothing is known here</extracomment>
        <translation>répond à un autre message</translation>
    </message>
    <message>
        <source>answers a deleted message</source>
        <extracomment>Read aloud: a message answers one that was deleted</extracomment>
        <translation>répond à un message supprimé</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>épinglé</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>enregistré</translation>
    </message>
    <message>
        <source>a change of it waits for the network</source>
        <translation>une modification attend le réseau</translation>
    </message>
    <message numerus="yes">
        <source>%1 by %n person(s)</source>
        <extracomment>Read aloud. %1 is an emoji, %n how many people reacted with it</extracomment>
        <translation>
            <numerusform>%1 par %n personne</numerusform>
            <numerusform>%1 par %n personnes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 by %n person(s), you included</source>
        <extracomment>Read aloud. %1 is an emoji, %n how many people reacted with it, the listener among them</extracomment>
        <translation>
            <numerusform>%1 par %n personne, vous</numerusform>
            <numerusform>%1 par %n personnes, dont vous</numerusform>
        </translation>
    </message>
    <message>
        <source>picture %1</source>
        <extracomment>Read aloud. %1: &quot;Photo.jpg, 1600 × 1200, 47 KB&quot;</extracomment>
        <translation>image %1</translation>
    </message>
    <message>
        <source>file %1</source>
        <extracomment>Read aloud. %1: &quot;plan.pdf, 84 KB&quot;</extracomment>
        <translation>fichier %1</translation>
    </message>
    <message>
        <source>folder %1</source>
        <extracomment>Read aloud. %1 is the name of a folder that was sent</extracomment>
        <translation>dossier %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more file(s)</source>
        <translation>
            <numerusform>et %n autre fichier</numerusform>
            <numerusform>et %n autres fichiers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::RulesDialog</name>
    <message>
        <source>Everything from before %1 is removed for good, for everybody, files too; and from then on whatever gets that old.</source>
        <extracomment>%1 is a date</extracomment>
        <translation>Tout ce qui date d’avant le %1 est supprimé définitivement, pour tout le monde, fichiers compris&#x202f;; ensuite, tout ce qui devient aussi ancien.</translation>
    </message>
    <message>
        <source>Remove old messages for good?</source>
        <translation>Supprimer définitivement les anciens messages&#x202f;?</translation>
    </message>
    <message>
        <source>Nobody can bring them back, and nobody is asked again.</source>
        <translation>Personne ne pourra les récupérer, et la question ne sera plus posée.</translation>
    </message>
    <message>
        <source>Remove them</source>
        <translation>Les supprimer</translation>
    </message>
    <message>
        <source>Rules of %1</source>
        <extracomment>%1 is the name of a room</extracomment>
        <translation>Règles de %1</translation>
    </message>
    <message>
        <source>They hold for everybody in the room; a line under its name says those that are not as usual.</source>
        <translation>Elles valent pour tout le monde dans le salon&#x202f;; une ligne sous son nom dit celles qui sortent de l’ordinaire.</translation>
    </message>
    <message>
        <source>They can be changed when there is a connection.</source>
        <translation>Elles peuvent être modifiées dès qu’il y a une connexion.</translation>
    </message>
    <message>
        <source>Only its maker and moderators can change them.</source>
        <translation>Seuls son créateur et les modérateurs peuvent les modifier.</translation>
    </message>
    <message>
        <source>Nothing here is different from other rooms.</source>
        <translation>Rien ici ne diffère des autres salons.</translation>
    </message>
    <message>
        <source>Who writes messages</source>
        <translation>Qui écrit des messages</translation>
    </message>
    <message>
        <source>Everybody can still react to them.</source>
        <translation>Tout le monde peut toujours y réagir.</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>Only moderators</source>
        <translation>Seulement les modérateurs</translation>
    </message>
    <message>
        <source>Slow mode</source>
        <translation>Mode lent</translation>
    </message>
    <message>
        <source>Between two messages of one person; moderators need not wait.</source>
        <translation>Entre deux messages d’une même personne&#x202f;; les modérateurs n’attendent pas.</translation>
    </message>
    <message>
        <source>No pause</source>
        <translation>Sans pause</translation>
    </message>
    <message>
        <source>Who sends files</source>
        <translation>Qui envoie des fichiers</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Formatted messages</source>
        <translation>Messages mis en forme</translation>
    </message>
    <message>
        <source>Markdown: bold, lists, code. Off: every text is shown as it was typed.</source>
        <translation>Markdown&#xa0;: gras, listes, code. Désactivé&#xa0;: chaque texte est montré tel qu’il a été tapé.</translation>
    </message>
    <message>
        <source>What newcomers can read</source>
        <translation>Ce que peuvent lire les nouveaux venus</translation>
    </message>
    <message>
        <source>It holds for who comes in from now on.</source>
        <translation>Cela vaut pour qui entre à partir de maintenant.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>From their first coming on</source>
        <translation>Depuis leur première venue</translation>
    </message>
    <message>
        <source>Only while they are in</source>
        <translation>Seulement tant qu’ils y sont</translation>
    </message>
    <message>
        <source>Messages are kept</source>
        <translation>Les messages sont gardés</translation>
    </message>
    <message>
        <source>For ever</source>
        <translation>Toujours</translation>
    </message>
    <message numerus="yes">
        <source>For %n day(s)</source>
        <translation>
            <numerusform>Pendant %n jour</numerusform>
            <numerusform>Pendant %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Show who has seen a message</source>
        <translation>Montrer qui a vu un message</translation>
    </message>
    <message>
        <source>In rooms of up to 32 people, of those who show it.</source>
        <translation>Dans les salons de 32 personnes au plus, pour celles qui le montrent.</translation>
    </message>
    <message>
        <source>Show who is typing</source>
        <translation>Montrer qui est en train d’écrire</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
</context>
<context>
    <name>salon::RulesText</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n heure</numerusform>
            <numerusform>%n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n seconde</numerusform>
            <numerusform>%n secondes</numerusform>
        </translation>
    </message>
    <message>
        <source>Only moderators write</source>
        <translation>Seuls les modérateurs écrivent</translation>
    </message>
    <message>
        <source>Only moderators send files</source>
        <translation>Seuls les modérateurs envoient des fichiers</translation>
    </message>
    <message>
        <source>No files</source>
        <translation>Aucun fichier</translation>
    </message>
    <message>
        <source>Plain text only</source>
        <translation>Texte brut seulement</translation>
    </message>
    <message>
        <source>Newcomers read from when they first came in</source>
        <translation>Les nouveaux lisent à partir de leur première venue</translation>
    </message>
    <message>
        <source>Newcomers read nothing older</source>
        <translation>Les nouveaux ne lisent rien de plus ancien</translation>
    </message>
    <message numerus="yes">
        <source>Messages are kept for %n day(s)</source>
        <translation>
            <numerusform>Les messages sont gardés %n jour</numerusform>
            <numerusform>Les messages sont gardés %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Slow mode: %1</source>
        <translation>Mode lent&#xa0;: %1</translation>
    </message>
    <message>
        <source>Reading is not shown</source>
        <translation>La lecture n’est pas montrée</translation>
    </message>
    <message>
        <source>Typing is not shown</source>
        <translation>La frappe n’est pas montrée</translation>
    </message>
    <message>
        <source>Every member may write.</source>
        <translation>Tous les membres peuvent écrire.</translation>
    </message>
    <message>
        <source>Only moderators and the person who made the room may write.</source>
        <translation>Seuls les modérateurs et la personne qui a créé le salon peuvent écrire.</translation>
    </message>
    <message>
        <source>Every member may send files.</source>
        <translation>Tous les membres peuvent envoyer des fichiers.</translation>
    </message>
    <message>
        <source>Only moderators and the person who made the room may send files.</source>
        <translation>Seuls les modérateurs et la personne qui a créé le salon peuvent envoyer des fichiers.</translation>
    </message>
    <message>
        <source>Nobody may send files.</source>
        <translation>Personne ne peut envoyer de fichiers.</translation>
    </message>
    <message>
        <source>Texts may be formatted.</source>
        <translation>Les textes peuvent être mis en forme.</translation>
    </message>
    <message>
        <source>Texts are shown as they were typed, unformatted.</source>
        <translation>Les textes sont montrés tels qu’ils ont été tapés, sans mise en forme.</translation>
    </message>
    <message>
        <source>Newcomers can read everything that was written before.</source>
        <translation>Les nouveaux peuvent lire tout ce qui a été écrit avant.</translation>
    </message>
    <message>
        <source>Newcomers can read what is written from the first time that they come in.</source>
        <translation>Les nouveaux peuvent lire ce qui est écrit à partir de leur première venue.</translation>
    </message>
    <message>
        <source>Newcomers can read nothing of what was written before, whenever they come in.</source>
        <translation>Les nouveaux ne peuvent rien lire de ce qui a été écrit avant, à chaque venue.</translation>
    </message>
    <message>
        <source>Messages are kept for ever.</source>
        <translation>Les messages sont gardés pour toujours.</translation>
    </message>
    <message numerus="yes">
        <source>Messages are removed for good after %n day(s).</source>
        <translation>
            <numerusform>Les messages sont supprimés définitivement après %n jour.</numerusform>
            <numerusform>Les messages sont supprimés définitivement après %n jours.</numerusform>
        </translation>
    </message>
    <message>
        <source>Slow mode is off.</source>
        <translation>Le mode lent est désactivé.</translation>
    </message>
    <message>
        <source>Slow mode: there are %1 between two messages of one person.</source>
        <translation>Mode lent&#xa0;: il y a %1 entre deux messages d’une même personne.</translation>
    </message>
    <message>
        <source>Others may be told how far one has read.</source>
        <translation>Les autres peuvent savoir jusqu’où l’on a lu.</translation>
    </message>
    <message>
        <source>Nobody is told how far others have read.</source>
        <translation>Personne ne sait jusqu’où les autres ont lu.</translation>
    </message>
    <message>
        <source>Others may be told that one types.</source>
        <translation>Les autres peuvent savoir que l’on écrit.</translation>
    </message>
    <message>
        <source>Nobody is told who is typing.</source>
        <translation>Personne ne sait qui est en train d’écrire.</translation>
    </message>
</context>
<context>
    <name>salon::SearchField</name>
    <message>
        <source>in %1</source>
        <extracomment>Chip of a search; %1 is a room or a person: search in it only</extracomment>
        <translation>dans %1</translation>
    </message>
    <message>
        <source>Search messages</source>
        <translation>Rechercher des messages</translation>
    </message>
</context>
<context>
    <name>salon::SearchModel</name>
    <message>
        <source>In %1: %2</source>
        <extracomment>a hit of a search, for a screen reader. %1 room, %2 who said it, when and what</extracomment>
        <translation>Dans %1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>salon::SearchPane</name>
    <message>
        <source>Back to %1</source>
        <extracomment>%1 is the name of a room or of a person</extracomment>
        <translation>Retour à %1</translation>
    </message>
    <message>
        <source>Type words, or choose a condition above. “In quotation marks” finds words that follow each other.</source>
        <translation>Tapez des mots ou choisissez une condition ci-dessus. «&#xa0;Entre guillemets&#xa0;», des mots sont trouvés à la suite l’un de l’autre.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Recherche en cours…</translation>
    </message>
    <message>
        <source>Nothing was found on this computer. With a connection the server is asked too.</source>
        <translation>Rien n’a été trouvé sur cet ordinateur. Avec une connexion, le serveur est interrogé aussi.</translation>
    </message>
    <message>
        <source>Nothing was found. Fewer words or conditions find more.</source>
        <translation>Rien n’a été trouvé. Moins de mots ou de conditions trouvent davantage.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Messages found</source>
        <translation>Messages trouvés</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Fermer la recherche</translation>
    </message>
    <message>
        <source>From…</source>
        <extracomment>Buttons that begin a condition of a search; the last one: with a file, an image, a link</extracomment>
        <translation>De…</translation>
    </message>
    <message>
        <source>In…</source>
        <translation>Dans…</translation>
    </message>
    <message>
        <source>After…</source>
        <translation>Après…</translation>
    </message>
    <message>
        <source>Before…</source>
        <translation>Avant…</translation>
    </message>
    <message>
        <source>With…</source>
        <translation>Avec…</translation>
    </message>
</context>
<context>
    <name>salon::SearchSuggestions</name>
    <message>
        <source>Choose in the calendar…</source>
        <extracomment>In a list of days to search before or after</extracomment>
        <translation>Choisir dans le calendrier…</translation>
    </message>
</context>
<context>
    <name>salon::SearchText</name>
    <message>
        <source>from</source>
        <comment>search</comment>
        <extracomment>typed before a person&apos;s name in a search, without a space: &quot;from:marie&quot;. One of the words that are understood in every language: from, de</extracomment>
        <translation>de</translation>
    </message>
    <message>
        <source>in</source>
        <comment>search</comment>
        <extracomment>before a room&apos;s name: &quot;in:General&quot;. Understood are: in, dans</extracomment>
        <translation>dans</translation>
    </message>
    <message>
        <source>before</source>
        <comment>search</comment>
        <extracomment>before a day: &quot;before:2026-03-01&quot;. Understood are: before, avant</extracomment>
        <translation>avant</translation>
    </message>
    <message>
        <source>after</source>
        <comment>search</comment>
        <extracomment>before a day: &quot;after:2026-03-01&quot;. Understood are: after, après</extracomment>
        <translation>après</translation>
    </message>
    <message>
        <source>has</source>
        <comment>search</comment>
        <extracomment>before what a message has: &quot;has:file&quot;. Understood are: has, a</extracomment>
        <translation>a</translation>
    </message>
    <message>
        <source>file</source>
        <comment>search</comment>
        <extracomment>&quot;has:file&quot;. Understood are: file, fichier</extracomment>
        <translation>fichier</translation>
    </message>
    <message>
        <source>image</source>
        <comment>search</comment>
        <translation>image</translation>
    </message>
    <message>
        <source>link</source>
        <comment>search</comment>
        <extracomment>&quot;has:link&quot;. Understood are: link, lien</extracomment>
        <translation>lien</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>de %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>dans %1</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>avant le %1</translation>
    </message>
    <message>
        <source>from %1 on</source>
        <translation>à partir du %1</translation>
    </message>
    <message>
        <source>with a file</source>
        <translation>avec un fichier</translation>
    </message>
    <message>
        <source>with an image</source>
        <translation>avec une image</translation>
    </message>
    <message>
        <source>with a link</source>
        <translation>avec un lien</translation>
    </message>
    <message>
        <source>Nobody here is called “%1”.</source>
        <translation>Personne ici ne s’appelle «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>You are in no room called “%1”.</source>
        <translation>Vous n’êtes dans aucun salon nommé «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” is no day; write it like 2026-03-01.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une date&#x202f;; écrivez-la comme 2026-03-01.</translation>
    </message>
    <message>
        <source>A message can have a file, an image or a link, but no “%1”.</source>
        <translation>Un message peut avoir un fichier, une image ou un lien, mais pas «&#xa0;%1&#xa0;».</translation>
    </message>
    <message numerus="yes">
        <source>%n room(s)</source>
        <translation>
            <numerusform>%n salon</numerusform>
            <numerusform>%n salons</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2 were searched.</source>
        <extracomment>%1 &quot;34,567 messages&quot;, %2 &quot;12 rooms&quot;</extracomment>
        <translation>Recherche faite dans %1 de %2.</translation>
    </message>
    <message>
        <source>%1 in %2 since %3 were searched.</source>
        <extracomment>%1 &quot;34,567 messages&quot;, %2 &quot;12 rooms&quot;, %3 a day</extracomment>
        <translation>Recherche faite dans %1 de %2 depuis le %3.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Only what is on this device: the server was not asked.</source>
        <translation>Seulement ce qui est sur cet appareil&#xa0;: le serveur n’a pas été interrogé.</translation>
    </message>
    <message>
        <source>Older messages may be missing while they are being indexed.</source>
        <translation>Des messages plus anciens peuvent manquer pendant leur indexation.</translation>
    </message>
    <message>
        <source>from “%1” (no account)</source>
        <extracomment>%1 a name as typed; messages of people who have no account here: imported ones, guests</extracomment>
        <translation>de «&#xa0;%1&#xa0;» (sans compte)</translation>
    </message>
    <message>
        <source>Several people here have a name that begins with “%1”.</source>
        <translation>Plusieurs personnes ici ont un nom qui commence par «&#xa0;%1&#xa0;».</translation>
    </message>
</context>
<context>
    <name>salon::SeenByDialog</name>
    <message>
        <source>Nobody yet, as far as they show it.</source>
        <translation>Personne encore, pour autant que cela soit montré.</translation>
    </message>
    <message>
        <source>Who has seen this message</source>
        <translation>Qui a vu ce message</translation>
    </message>
    <message>
        <source>People who have seen the message</source>
        <translation>Personnes qui ont vu le message</translation>
    </message>
</context>
<context>
    <name>salon::SeenMarks</name>
    <message numerus="yes">
        <source>Seen by %1 and %n other(s)</source>
        <extracomment>Who has read so far. %1 is a list of names</extracomment>
        <translation>
            <numerusform>Vu par %1 et %n autre</numerusform>
            <numerusform>Vu par %1 et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Seen by %1</source>
        <translation>Vu par %1</translation>
    </message>
</context>
<context>
    <name>salon::SeenRows</name>
    <message>
        <source>In small rooms, small pictures show who has seen a message. Off: nobody sees it of you, nor you of them.</source>
        <translation>Dans les petits salons, de petites images montrent qui a vu un message. Désactivé&#xa0;: personne ne le voit de vous, ni vous des autres.</translation>
    </message>
    <message>
        <source>Show others how far I have read</source>
        <translation>Montrer aux autres jusqu’où j’ai lu</translation>
    </message>
    <message>
        <source>Show others on “%1” how far I have read</source>
        <translation>Montrer aux autres de «&#xa0;%1&#xa0;» jusqu’où j’ai lu</translation>
    </message>
</context>
<context>
    <name>salon::SelfBar</name>
    <message>
        <source>Name and status…</source>
        <translation>Nom et statut…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Réglages…</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>Présence</translation>
    </message>
</context>
<context>
    <name>salon::SendFilesDialog</name>
    <message>
        <source>A folder is sent alone. Send the other files in a message of their own.</source>
        <translation>Un dossier s’envoie seul. Envoyez les autres fichiers dans un message à part.</translation>
    </message>
    <message numerus="yes">
        <source>%n entry is left out: a hidden file, a link, or what cannot be read.</source>
        <translation>
            <numerusform>%n élément est laissé de côté&#xa0;: un fichier caché, un lien, ou ce qui ne peut être lu.</numerusform>
            <numerusform>%n éléments sont laissés de côté&#xa0;: fichiers cachés, liens, ou ce qui ne peut être lu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Send a folder to %1</source>
        <translation>Envoyer un dossier à %1</translation>
    </message>
    <message>
        <source>Send to %1</source>
        <translation>Envoyer à %1</translation>
    </message>
    <message>
        <source>Send pictures as files</source>
        <translation>Envoyer les images comme fichiers</translation>
    </message>
    <message>
        <source>Others see a card with the name instead of the picture.</source>
        <translation>Les autres voient une fiche avec le nom au lieu de l’image.</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Légende</translation>
    </message>
    <message>
        <source>Write something about it, if you like…</source>
        <translation>Ajoutez quelques mots, si vous voulez…</translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation>Nom du dossier</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Ajouter des fichiers…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Send</source>
        <comment>files</comment>
        <translation>Envoyer</translation>
    </message>
</context>
<context>
    <name>salon::ServerKeyDialog</name>
    <message>
        <source>“%1” has identified itself with another key than the one this device remembers. You are disconnected, and nothing was sent.</source>
        <translation>«&#xa0;%1&#xa0;» s’est identifié avec une autre clé que celle que cet appareil a retenue. La connexion est coupée et rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Either the server was set up anew, or somebody is in between and pretends to be the server. Ask the person who runs it, by telephone or face to face, for the fingerprint that it shows when it starts, and compare:</source>
        <translation>Soit le serveur a été réinstallé, soit quelqu’un s’est placé entre vous et lui et se fait passer pour le serveur. Demandez à son responsable, par téléphone ou de vive voix, l’empreinte que le serveur affiche au démarrage, et comparez&#xa0;:</translation>
    </message>
    <message>
        <source>Remembered until now</source>
        <translation>Retenue jusqu’ici</translation>
    </message>
    <message>
        <source>Shown by the server now</source>
        <translation>Présentée maintenant par le serveur</translation>
    </message>
    <message>
        <source>Remembered fingerprint: %1</source>
        <translation>Empreinte retenue&#xa0;: %1</translation>
    </message>
    <message>
        <source>New fingerprint: %1</source>
        <translation>Nouvelle empreinte&#xa0;: %1</translation>
    </message>
    <message>
        <source>I asked the person who runs the server, and the new fingerprint is right</source>
        <translation>J’ai demandé au responsable du serveur, et la nouvelle empreinte est la bonne</translation>
    </message>
    <message>
        <source>Accept the new key</source>
        <translation>Accepter la nouvelle clé</translation>
    </message>
    <message>
        <source>Stay disconnected</source>
        <translation>Rester hors connexion</translation>
    </message>
</context>
<context>
    <name>salon::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Pages des réglages</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Look</source>
        <extracomment>Page of the settings: colours and sizes</extracomment>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Network and data</source>
        <translation>Réseau et données</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>People nearby</source>
        <translation>À proximité</translation>
    </message>
</context>
<context>
    <name>salon::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Search the shortcuts</source>
        <translation>Rechercher dans les raccourcis</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>salon::SlashCommands</name>
    <message>
        <source>text</source>
        <translation>texte</translation>
    </message>
    <message>
        <source>Says what you are doing.</source>
        <translation>Dit ce que vous faites.</translation>
    </message>
    <message>
        <source>@username text</source>
        <translation>@utilisateur texte</translation>
    </message>
    <message>
        <source>Writes to one person.</source>
        <translation>Écrit à une personne.</translation>
    </message>
    <message>
        <source>room</source>
        <translation>salon</translation>
    </message>
    <message>
        <source>Opens a room, joining it if needed.</source>
        <translation>Ouvre un salon, en y entrant au besoin.</translation>
    </message>
    <message>
        <source>Leaves this room, after a question.</source>
        <translation>Quitte ce salon, après une question.</translation>
    </message>
    <message>
        <source>[text]</source>
        <translation>[texte]</translation>
    </message>
    <message>
        <source>Shows or changes the topic.</source>
        <translation>Montre ou change le sujet.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>Changes the name that others see.</source>
        <translation>Change le nom que voient les autres.</translation>
    </message>
    <message>
        <source>@username</source>
        <translation>@utilisateur</translation>
    </message>
    <message>
        <source>Adds somebody to this room.</source>
        <translation>Ajoute quelqu’un à ce salon.</translation>
    </message>
    <message>
        <source>Removes somebody from this room.</source>
        <translation>Retire quelqu’un de ce salon.</translation>
    </message>
    <message>
        <source>Removes somebody, who cannot come back.</source>
        <translation>Retire quelqu’un, qui ne pourra pas revenir.</translation>
    </message>
    <message>
        <source>Turns the notifications of this room off, or on again.</source>
        <translation>Coupe les notifications de ce salon, ou les rétablit.</translation>
    </message>
    <message>
        <source>[status]</source>
        <translation>[statut]</translation>
    </message>
    <message>
        <source>Says that you are away.</source>
        <translation>Dit que vous êtes absent.</translation>
    </message>
    <message>
        <source>Says that you are here again.</source>
        <translation>Dit que vous êtes de retour.</translation>
    </message>
    <message>
        <source>Adds ¯\_(ツ)_/¯ to your text.</source>
        <translation>Ajoute ¯\_(ツ)_/¯ à votre texte.</translation>
    </message>
    <message>
        <source>Shows the commands and how to format a text.</source>
        <translation>Montre les commandes et la mise en forme d’un texte.</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <extracomment>While a command is typed: %1 is &quot;/topic [text]&quot;, %2 what it does</extracomment>
        <translation>%1 — %2</translation>
    </message>
</context>
<context>
    <name>salon::SuggestionPopup</name>
    <message>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
    </message>
</context>
<context>
    <name>salon::TimeText</name>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <extracomment>A day of this year as Qt&apos;s QLocale::toString() takes it, e.g. &quot;Monday 3 March&quot;; change the order as you need</extracomment>
        <translation>dddd d MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <extracomment>A day of another year, e.g. &quot;3 March 2024&quot;</extracomment>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Day and time, for a tooltip</extracomment>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>Last seen just now</source>
        <translation>Dernière activité à l’instant</translation>
    </message>
    <message numerus="yes">
        <source>Last seen %n minute(s) ago</source>
        <translation>
            <numerusform>Dernière activité il y a %n minute</numerusform>
            <numerusform>Dernière activité il y a %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last seen %n hour(s) ago</source>
        <translation>
            <numerusform>Dernière activité il y a %n heure</numerusform>
            <numerusform>Dernière activité il y a %n heures</numerusform>
        </translation>
    </message>
    <message>
        <source>Last seen on %1</source>
        <translation>Dernière activité le %1</translation>
    </message>
    <message numerus="yes">
        <source>Reconnecting in %n second(s)…</source>
        <translation>
            <numerusform>Reconnexion dans %n seconde…</numerusform>
            <numerusform>Reconnexion dans %n secondes…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::TimelineTexts</name>
    <message>
        <source>%1: %2</source>
        <extracomment>For a screen reader: time, sentence</extracomment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1, %2, not sent: %3. %4</source>
        <translation>%1, %2, non envoyé&#xa0;: %3. %4</translation>
    </message>
    <message>
        <source>%1, %2, not sent yet: %3</source>
        <translation>%1, %2, pas encore envoyé&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>For a screen reader: author, time, text</extracomment>
        <translation>%1, %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1 through %2</source>
        <extracomment>For a screen reader: a guest, the gateway through which it speaks</extracomment>
        <translation>%1 par %2</translation>
    </message>
    <message>
        <source>%1: message deleted</source>
        <translation>%1&#xa0;: message supprimé</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Somebody tells what they do: &quot;Marie waves&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, %2: message deleted</source>
        <extracomment>For a screen reader: author, time</extracomment>
        <translation>%1, %2&#xa0;: message supprimé</translation>
    </message>
    <message>
        <source>%1, %2, edited: %3</source>
        <extracomment>For a screen reader: author, time, text</extracomment>
        <translation>%1, %2, modifié&#xa0;: %3</translation>
    </message>
</context>
<context>
    <name>salon::TimelineView</name>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Loading older messages…</source>
        <translation>Chargement des messages précédents…</translation>
    </message>
    <message>
        <source>The conversation begins here.</source>
        <translation>La conversation commence ici.</translation>
    </message>
    <message>
        <source>Loading messages…</source>
        <translation>Chargement des messages…</translation>
    </message>
    <message>
        <source>Nobody has written here yet. Say hello!</source>
        <translation>Personne n’a encore écrit ici. Dites bonjour&#x202f;!</translation>
    </message>
    <message>
        <source>Older messages could not be loaded.</source>
        <translation>Les messages plus anciens n’ont pas pu être chargés.</translation>
    </message>
    <message>
        <source>Newer messages could not be loaded.</source>
        <translation>Les messages plus récents n’ont pas pu être chargés.</translation>
    </message>
    <message>
        <source>The messages could not be loaded.</source>
        <translation>Les messages n’ont pas pu être chargés.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n person(s)</source>
        <translation>
            <numerusform>%1&#xa0;: %n personne</numerusform>
            <numerusform>%1&#xa0;: %n personnes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 and %n other(s)</source>
        <extracomment>Who reacted. %1 is an emoji, %2 a list of names, %n how many more there are</extracomment>
        <translation>
            <numerusform>%1&#xa0;: %2 et %n autre</numerusform>
            <numerusform>%1&#xa0;: %2 et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Who reacted. %1 is an emoji, %2 a list of names</extracomment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Go to the message</source>
        <translation>Aller au message</translation>
    </message>
    <message>
        <source>Edited %1</source>
        <translation>Modifié le %1</translation>
    </message>
    <message>
        <source>React</source>
        <translation>Réagir</translation>
    </message>
    <message>
        <source>Hidden text: click to read it</source>
        <translation>Texte masqué&#xa0;: cliquez pour le lire</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Go to a date…</source>
        <translation>Aller à une date…</translation>
    </message>
</context>
<context>
    <name>salon::TourBar</name>
    <message>
        <source>Go on</source>
        <extracomment>Buttons that stop recording for a while, and take it up again</extracomment>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copier en texte</translation>
    </message>
    <message>
        <source>Watch the connection</source>
        <translation>Observer la connexion</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>Reconnecter</translation>
    </message>
    <message>
        <source>Ends the connection and makes a new one, to see how it begins</source>
        <translation>Met fin à la connexion et en établit une autre, pour voir comment elle commence</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Sens</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Both directions</source>
        <translation>Les deux sens</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyées</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçues</translation>
    </message>
</context>
<context>
    <name>salon::Tray</name>
    <message>
        <source>Open Salon</source>
        <translation>Ouvrir Salon</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Réglages…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message numerus="yes">
        <source>Salon: %n unread message(s)</source>
        <translation>
            <numerusform>Salon&#xa0;: %n message non lu</numerusform>
            <numerusform>Salon&#xa0;: %n messages non lus</numerusform>
        </translation>
    </message>
    <message>
        <source>Salon</source>
        <translation>Salon</translation>
    </message>
</context>
<context>
    <name>salon::UnsureMessageText</name>
    <message>
        <source>This message may have arrived</source>
        <translation>Ce message est peut-être arrivé</translation>
    </message>
    <message>
        <source>The connection was lost before the server answered. When it is back, the message is sent again or turns out to be there already, never twice.</source>
        <translation>La connexion a été perdue avant la réponse du serveur. À son retour, le message sera envoyé de nouveau ou se révélera déjà arrivé, jamais en double.</translation>
    </message>
    <message>
        <source>If you discard it here, others may still see it.</source>
        <translation>Si vous l’abandonnez ici, d’autres le verront peut-être quand même.</translation>
    </message>
    <message>
        <source>Discard anyway</source>
        <translation>Abandonner quand même</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
</context>
<context>
    <name>salon::WhyUnreadDialog</name>
    <message>
        <source>Looking for it…</source>
        <translation>Recherche en cours…</translation>
    </message>
    <message>
        <source>Nothing is unread there any more.</source>
        <translation>Il n’y a plus rien de non lu.</translation>
    </message>
    <message numerus="yes">
        <source>%n unread message(s); the first one is:</source>
        <translation>
            <numerusform>%n message non lu, le voici&#xa0;:</numerusform>
            <numerusform>%n messages non lus&#x202f;; le premier&#xa0;:</numerusform>
        </translation>
    </message>
    <message>
        <source>It cannot be shown without a connection.</source>
        <translation>Il ne peut pas être montré sans connexion.</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>The first unread message: %1 author, %2 date and time, %3 what it says</extracomment>
        <translation>%1, %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>You had read it, and marked the room as unread from there on.</source>
        <translation>Vous l’aviez lu, puis avez marqué le salon comme non lu à partir de là.</translation>
    </message>
    <message>
        <source>You have read what comes before it, on this device or another one.</source>
        <translation>Vous avez lu ce qui précède, sur cet appareil ou un autre.</translation>
    </message>
    <message>
        <source>You have not read anything of this room yet.</source>
        <translation>Vous n’avez encore rien lu de ce salon.</translation>
    </message>
    <message>
        <source>You are mentioned.</source>
        <translation>Vous êtes mentionné.</translation>
    </message>
    <message>
        <source>Why %1 is unread</source>
        <extracomment>%1 is the name of a room or of a person</extracomment>
        <translation>Pourquoi %1 est non lu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
</context>
<context>
    <name>salon::WordsCard</name>
    <message>
        <source>One moment…</source>
        <translation>Un instant…</translation>
    </message>
    <message>
        <source>Anybody can call themselves %1. Let %1 read their own words to you, by telephone or face to face: if they are the ones below, it is their device.</source>
        <extracomment>%1 is a person&apos;s name</extracomment>
        <translation>N’importe qui peut se nommer %1. Demandez à %1 de vous lire ses mots, au téléphone ou de vive voix&#xa0;: si ce sont ceux ci-dessous, c’est bien son appareil.</translation>
    </message>
    <message>
        <source>Words of %1</source>
        <extracomment>Above four words. %1 is a person&apos;s name</extracomment>
        <translation>Mots de %1</translation>
    </message>
    <message>
        <source>Read these words to those who ask whether it is really you. They stand for the key of this device, and are the same on their screen.</source>
        <translation>Lisez ces mots à qui demande si c’est bien vous. Ils représentent la clé de cet appareil, et sont les mêmes sur son écran.</translation>
    </message>
    <message>
        <source>Your words, to read to others</source>
        <translation>Vos mots, à lire aux autres</translation>
    </message>
    <message>
        <source>These words are not the same: it is another device. Let the person whom you know read their words to you, by telephone or face to face, before you answer.</source>
        <translation>Ces mots ne sont pas les mêmes&#xa0;: c’est un autre appareil. Demandez à la personne que vous connaissez de vous lire ses mots, au téléphone ou de vive voix, avant de répondre.</translation>
    </message>
    <message>
        <source>Words of this %1</source>
        <extracomment>Above four words. %1 is a person&apos;s name</extracomment>
        <translation>Mots de cet appareil (%1)</translation>
    </message>
    <message>
        <source>Words of the %1 that you know</source>
        <extracomment>Above four words. %1 is a person&apos;s name</extracomment>
        <translation>Mots de la personne que vous connaissez (%1)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>For screen readers: a heading, and what stands under it</extracomment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>salon::WordsDialog</name>
    <message>
        <source>Your four words</source>
        <translation>Vos quatre mots</translation>
    </message>
    <message>
        <source>Compare the four words</source>
        <translation>Comparer les quatre mots</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>salon::WritingHelp</name>
    <message>
        <source>**bold**</source>
        <extracomment>What is typed for each kind of text; the signs stay as they are</extracomment>
        <translation>**gras**</translation>
    </message>
    <message>
        <source>bold</source>
        <translation>gras</translation>
    </message>
    <message>
        <source>*italic*</source>
        <translation>*italique*</translation>
    </message>
    <message>
        <source>italic</source>
        <translation>italique</translation>
    </message>
    <message>
        <source>~~strike~~</source>
        <translation>~~barré~~</translation>
    </message>
    <message>
        <source>struck out</source>
        <translation>barré</translation>
    </message>
    <message>
        <source>`code`</source>
        <translation>`code`</translation>
    </message>
    <message>
        <source>code; a block of it between lines of ```</source>
        <translation>code&#x202f;; un bloc entre deux lignes ```</translation>
    </message>
    <message>
        <source>&gt; quote</source>
        <translation>&gt; citation</translation>
    </message>
    <message>
        <source>a quote</source>
        <translation>une citation</translation>
    </message>
    <message>
        <source>- item, 1. item</source>
        <translation>- élément, 1. élément</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>une liste</translation>
    </message>
    <message>
        <source>[words](https://example.org)</source>
        <translation>[mots](https://example.org)</translation>
    </message>
    <message>
        <source>a link; addresses alone become links too</source>
        <translation>un lien&#x202f;; les adresses seules en deviennent un aussi</translation>
    </message>
    <message>
        <source>||spoiler||</source>
        <translation>||secret||</translation>
    </message>
    <message>
        <source>hidden until it is clicked</source>
        <translation>caché jusqu’à ce que l’on clique dessus</translation>
    </message>
    <message>
        <source>@username, @here, @room</source>
        <translation>@utilisateur, @here, @room</translation>
    </message>
    <message>
        <source>a person, those who are connected, everybody</source>
        <translation>une personne, celles qui sont connectées, tout le monde</translation>
    </message>
    <message>
        <source>:smile:</source>
        <translation>:smile:</translation>
    </message>
    <message>
        <source>an emoji by its name</source>
        <translation>un émoji par son nom</translation>
    </message>
    <message>
        <source>Sends a slash.</source>
        <translation>Envoie une barre oblique.</translation>
    </message>
    <message>
        <source>in an empty field: changes your last message</source>
        <translation>dans un champ vide&#xa0;: modifie votre dernier message</translation>
    </message>
    <message>
        <source>answers an earlier message, a later one</source>
        <translation>répond à un message plus ancien, plus récent</translation>
    </message>
    <message>
        <source>ends the answer or the change</source>
        <translation>met fin à la réponse ou à la modification</translation>
    </message>
    <message>
        <source>bold, italic</source>
        <translation>gras, italique</translation>
    </message>
    <message>
        <source>code, struck out</source>
        <translation>code, barré</translation>
    </message>
    <message>
        <source>suggestions: Tab or Enter takes one, Esc closes them</source>
        <translation>suggestions&#xa0;: Tab ou Entrée en prend une, Échap les ferme</translation>
    </message>
    <message>
        <source>How to write</source>
        <translation>Comment écrire</translation>
    </message>
    <message>
        <source>Formatting</source>
        <translation>Mise en forme</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>sends files; they can be pasted and dropped too</source>
        <translation>envoie des fichiers&#x202f;; vous pouvez aussi les coller ou les déposer</translation>
    </message>
</context>
</TS>
