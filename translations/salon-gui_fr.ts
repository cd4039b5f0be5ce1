<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
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
        <extracomment>%1 is &quot;# General&quot; or a person&apos;s name</extracomment>
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
        <source>The account or the password is wrong. Check both and try again.</source>
        <translation>L’identifiant ou le mot de passe est incorrect. Vérifiez les deux et réessayez.</translation>
    </message>
    <message>
        <source>Somebody has this account name already. Choose another one.</source>
        <translation>Cet identifiant est déjà pris. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>This name looks too much like another one here. Choose another one.</source>
        <translation>Ce nom ressemble trop à un autre d’ici. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>An account name has 1 to 32 characters: letters a to z, digits, dot, dash and underscore, starting with a letter or a digit.</source>
        <translation>Un identifiant compte de 1 à 32 caractères : lettres de a à z, chiffres, point, tiret et tiret bas ; il commence par une lettre ou un chiffre.</translation>
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
    <name>salon::FurnitureText</name>
    <message>
        <source>New messages</source>
        <extracomment>Line in the timeline above the first message that was not read</extracomment>
        <translation>Nouveaux messages</translation>
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
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
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
    <name>salon::MessageWords</name>
    <message>
        <source>Announcement</source>
        <extracomment>Author of what the server&apos;s operator says to everybody</extracomment>
        <translation>Annonce</translation>
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
    <name>salon::RoomView</name>
    <message>
        <source>Choose a room on the left, or press Ctrl+K.</source>
        <translation>Choisissez un salon à gauche, ou appuyez sur Ctrl+K.</translation>
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
    <name>salon::TimelineModel</name>
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
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copier le lien</translation>
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
        <source>About this message…</source>
        <translation>À propos de ce message…</translation>
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
</TS>
