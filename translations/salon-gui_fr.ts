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
        <source>Salon %1 with Qt %2 on %3</source>
        <extracomment>%1 version of Salon, %2 of Qt, %3 operating system</extracomment>
        <translation>Salon %1 avec Qt %2 sur %3</translation>
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
</context>
<context>
    <name>salon::Application</name>
    <message>
        <source>Close the window</source>
        <translation>Fermer la fenêtre</translation>
    </message>
    <message>
        <source>Shall Salon stay in the tray and tell you about new messages?</source>
        <translation>Salon doit-il rester dans la zone de notification et vous signaler les nouveaux messages ?</translation>
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
    <name>salon::Banner</name>
    <message>
        <source>Close this notice</source>
        <extracomment>Tool tip of the × at the end of a bar with a notice</extracomment>
        <translation>Fermer cet avis</translation>
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
    <name>salon::CommandLineText</name>
    <message>
        <source>Salon, the desktop client: group chat that people run themselves.</source>
        <translation>Salon, le client de bureau : la discussion de groupe que chacun peut héberger.</translation>
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
        <translation>Parler cette langue : fr ou en.</translation>
    </message>
    <message>
        <source>Open this server: a join link (salon://…) or an address.</source>
        <translation>Ouvrir ce serveur : un lien d’invitation (salon://…) ou une adresse.</translation>
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
        <source>The same as --connect.</source>
        <translation>La même chose que --connect.</translation>
    </message>
    <message>
        <source>Salon speaks fr and en, not “%1”.</source>
        <translation>Salon parle fr et en, pas « %1 ».</translation>
    </message>
    <message>
        <source>“%1” is no join link and no address.</source>
        <translation>« %1 » n’est ni un lien d’invitation ni une adresse.</translation>
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
</context>
<context>
    <name>salon::CompleterPopup</name>
    <message>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
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
        <translation>Ces appareils peuvent se connecter à votre compte. Retirez celui que vous avez perdu ou n’utilisez plus ; il est déconnecté aussitôt.</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Appareils</translation>
    </message>
</context>
<context>
    <name>salon::Dialogs</name>
    <message>
        <source>This computer forgets “%1”: its rooms and the history kept here are deleted. Your account and the messages on the server stay.</source>
        <translation>Cet ordinateur oubliera « %1 » : ses salons et l’historique gardé ici seront supprimés. Votre compte et les messages sur le serveur resteront.</translation>
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
        <translation>Retirer « %1 » de cet ordinateur ?</translation>
    </message>
    <message>
        <source>Remove the server</source>
        <translation>Retirer le serveur</translation>
    </message>
    <message>
        <source>Leave “%1”?</source>
        <translation>Quitter « %1 » ?</translation>
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
</context>
<context>
    <name>salon::EditProfileDialog</name>
    <message>
        <source>This is not your present password.</source>
        <translation>Ce n’est pas votre mot de passe actuel.</translation>
    </message>
    <message>
        <source>There is no connection: changes can be made when it is back.</source>
        <translation>Il n’y a pas de connexion : les changements seront possibles à son retour.</translation>
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
        <translation>Vous n’avez pas encore de mot de passe : seuls les appareils déjà connectés peuvent utiliser votre compte. Avec un mot de passe, vous pourrez vous connecter depuis un autre.</translation>
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
        <translation>Retirer tous mes autres appareils ; ils devront se reconnecter</translation>
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
        <translation>Un nom d’utilisateur compte de 1 à 32 caractères : lettres de a à z, chiffres, point, tiret et tiret bas ; il commence par une lettre ou un chiffre.</translation>
    </message>
    <message>
        <source>This name cannot be used: 1 to 32 visible characters are allowed.</source>
        <translation>Ce nom ne peut pas être utilisé : il faut de 1 à 32 caractères visibles.</translation>
    </message>
    <message>
        <source>The password is too short: at least %1 characters, please.</source>
        <translation>Le mot de passe est trop court : il faut au moins %1 caractères.</translation>
    </message>
    <message>
        <source>The password is too long: at most %1 bytes are allowed.</source>
        <translation>Le mot de passe est trop long : %1 octets au plus.</translation>
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
        <translation>Ce message est trop long : il compte %1 octets et %2 sont permis. Coupez-le en plusieurs messages.</translation>
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
        <translation>Le disque est plein. Rien n’est perdu ; une nouvelle tentative se fera automatiquement.</translation>
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
        <translation>« %1 » ne peut pas être ouvert. Vérifiez ses droits d’accès.</translation>
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
        <translation>Ce n’est pas une adresse joignable. Une adresse s’écrit comme « chat.example.org » ou « 192.168.1.5:7256 », ou bien c’est un lien salon://.</translation>
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
        <translation>Cet appareil s’est connecté une seconde fois ; l’autre connexion est conservée.</translation>
    </message>
    <message>
        <source>The server ended the connection.</source>
        <translation>Le serveur a mis fin à la connexion.</translation>
    </message>
    <message>
        <source>%1 They say: “%2”</source>
        <extracomment>%1 is a sentence like &quot;You were disconnected by the operator.&quot;, %2 what that person wrote</extracomment>
        <translation>%1 Message : « %2 »</translation>
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
        <translation>« %1 » s’est identifié avec une autre clé que celle que cet appareil a retenue. Rien n’a été envoyé.

Soit le serveur a été réinstallé, soit quelqu’un s’est placé entre vous et lui et se fait passer pour le serveur. Demandez au responsable du serveur, par un autre moyen que ce programme, l’empreinte que le serveur affiche au démarrage, et comparez.

Retenue : %2
Présentée : %3

N’acceptez la nouvelle clé que si c’est bien celle du serveur.</translation>
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
        <translation>Le salon « %1 » a été créé.</translation>
    </message>
    <message>
        <source>%1 created the room “%2”.</source>
        <translation>%1 a créé le salon « %2 ».</translation>
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
        <translation>Le salon s’appelle désormais « %1 ».</translation>
    </message>
    <message>
        <source>%1 renamed the room to “%2”.</source>
        <translation>%1 a renommé le salon en « %2 ».</translation>
    </message>
    <message>
        <source>%1 removed the topic.</source>
        <translation>%1 a supprimé le sujet.</translation>
    </message>
    <message>
        <source>%1 set the topic: “%2”</source>
        <translation>%1 a choisi le sujet : « %2 »</translation>
    </message>
    <message>
        <source>%1 removed %2 from the room.</source>
        <translation>%1 a retiré %2 du salon.</translation>
    </message>
    <message>
        <source>Announcement: %1</source>
        <translation>Annonce : %1</translation>
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
        <translation>%1 : %2</translation>
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
        <translation>Entrée (Maj+Entrée : à la ligne)</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends, Enter begins a line</source>
        <translation>Ctrl+Entrée (Entrée : à la ligne)</translation>
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
        <translation> min</translation>
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
        <translation>Ce bureau n’a pas de zone de notification : fermer la fenêtre quitte Salon.</translation>
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
        <translation>Qui ?</translation>
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
        <translation>Tel que les autres le verront ; vous pourrez le changer plus tard.</translation>
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
        <translation>Le lien désigne une autre clé que celle que cet appareil a retenue pour « %1 ». Rien n’a été changé. Demandez à son responsable.</translation>
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
    <name>salon::LanguageSwitch</name>
    <message>
        <source>Language of the program</source>
        <extracomment>What the two buttons FR and EN are for, said by screen readers</extracomment>
        <translation>Langue du programme</translation>
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
        <translation>Aussi avec Ctrl et + ou − ; Ctrl et 0 revient à la normale.</translation>
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
        <source>Mute this room</source>
        <extracomment>A room without notifications, on this computer only</extracomment>
        <translation>Mettre ce salon en sourdine</translation>
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
        <translation>En attente d’envoi ; il est en sûreté sur cet ordinateur.</translation>
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
</context>
<context>
    <name>salon::MessageWords</name>
    <message>
        <source>Announcement</source>
        <extracomment>Author of what the server&apos;s operator says to everybody</extracomment>
        <translation>Annonce</translation>
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
        <translation>Pas d’empreinte : la connexion ne quitte pas cet ordinateur, ou n’a jamais été établie.</translation>
    </message>
    <message>
        <source>Fingerprint: %1</source>
        <translation>Empreinte : %1</translation>
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
        <translation>À qui ?</translation>
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
        <translation>Sinon, seulement qui a écrit : préférable quand d’autres voient votre écran.</translation>
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
</context>
<context>
    <name>salon::OutboxDialog</name>
    <message>
        <source>%1: %2. %3</source>
        <extracomment>An unsent message, read aloud: %1 room, %2 its text, %3 what becomes of it</extracomment>
        <translation>%1 : %2. %3</translation>
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
        <source>Rooms and people</source>
        <translation>Salons et personnes</translation>
    </message>
    <message>
        <source>Nothing here is called that.</source>
        <translation>Rien ici ne porte ce nom.</translation>
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
</context>
<context>
    <name>salon::RoomPropertiesDialog</name>
    <message>
        <source>About %1</source>
        <translation>À propos de %1</translation>
    </message>
    <message>
        <source>A public room: everybody on this server can find it and join it.</source>
        <translation>Salon public : tout le monde sur ce serveur peut le trouver et le rejoindre.</translation>
    </message>
    <message>
        <source>A private room: only people whom a member has invited can see it.</source>
        <translation>Salon privé : seules les personnes invitées par un membre peuvent le voir.</translation>
    </message>
    <message>
        <source>A direct conversation: nobody else can see it or come in.</source>
        <translation>Conversation directe : personne d’autre ne peut la voir ni y entrer.</translation>
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
        <translation>Vous n’êtes plus dans « %1 ».</translation>
    </message>
    <message>
        <source>Copy what you were writing</source>
        <extracomment>Button: to the clipboard</extracomment>
        <translation>Copier ce que vous écriviez</translation>
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
    <name>salon::ServerKeyDialog</name>
    <message>
        <source>“%1” has identified itself with another key than the one this device remembers. You are disconnected, and nothing was sent.</source>
        <translation>« %1 » s’est identifié avec une autre clé que celle que cet appareil a retenue. La connexion est coupée et rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Either the server was set up anew, or somebody is in between and pretends to be the server. Ask the person who runs it, by telephone or face to face, for the fingerprint that it shows when it starts, and compare:</source>
        <translation>Soit le serveur a été réinstallé, soit quelqu’un s’est placé entre vous et lui et se fait passer pour le serveur. Demandez à son responsable, par téléphone ou de vive voix, l’empreinte que le serveur affiche au démarrage, et comparez :</translation>
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
        <translation>Empreinte retenue : %1</translation>
    </message>
    <message>
        <source>New fingerprint: %1</source>
        <translation>Nouvelle empreinte : %1</translation>
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
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>%1, %2, not sent: %3. %4</source>
        <translation>%1, %2, non envoyé : %3. %4</translation>
    </message>
    <message>
        <source>%1, %2, not sent yet: %3</source>
        <translation>%1, %2, pas encore envoyé : %3</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>For a screen reader: author, time, text</extracomment>
        <translation>%1, %2 : %3</translation>
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
        <translation>Personne n’a encore écrit ici. Dites bonjour !</translation>
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
            <numerusform>Salon : %n message non lu</numerusform>
            <numerusform>Salon : %n messages non lus</numerusform>
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
</TS>
