<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>ConsoleOptions</name>
    <message>
        <source>Salon in a terminal: chat on a server of your own.</source>
        <translation>Salon dans un terminal&#xa0;: discutez sur votre propre serveur.</translation>
    </message>
    <message>
        <source>Join link (salon://…) or address (host, host:port). Without it, the server used last.</source>
        <translation>Lien d’invitation (salon://…) ou adresse (hôte, hôte:port). Sans cela, le dernier serveur utilisé.</translation>
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
        <source>Folder for the key, the history and the outbox.</source>
        <translation>Dossier de la clé, de l’historique et de la boîte d’envoi.</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>dossier</translation>
    </message>
    <message>
        <source>Language of the program: fr or en.</source>
        <translation>Langue du programme&#xa0;: fr ou en.</translation>
    </message>
    <message>
        <source>language</source>
        <translation>langue</translation>
    </message>
    <message>
        <source>Name that others see, for a new account.</source>
        <translation>Nom affiché aux autres, pour un nouveau compte.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>Invitation code for a new account.</source>
        <translation>Code d’invitation pour un nouveau compte.</translation>
    </message>
    <message>
        <source>code</source>
        <translation>code</translation>
    </message>
    <message>
        <source>File whose first line is the password; - reads standard input.</source>
        <translation>Fichier dont la première ligne est le mot de passe (ou - pour lire l’entrée standard).</translation>
    </message>
    <message>
        <source>file</source>
        <translation>fichier</translation>
    </message>
    <message>
        <source>room</source>
        <translation>salon</translation>
    </message>
    <message>
        <source>Sends this text, waits until the server has stored it, and ends. May be repeated; - reads standard input as one message.</source>
        <translation>Envoie ce texte, attend que le serveur l’ait enregistré, puis se termine. Peut être répété (ou - pour envoyer l’entrée standard en un seul message).</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texte</translation>
    </message>
    <message>
        <source>With standard input from a pipe: lines that start with / are commands.</source>
        <translation>Quand l’entrée standard est un tube&#xa0;: les lignes commençant par / sont des commandes.</translation>
    </message>
    <message>
        <source>Accepts that the server shows another key than before. Only after asking the person who runs it.</source>
        <translation>Accepte que le serveur présente une autre clé qu’auparavant. Seulement après avoir demandé à son responsable.</translation>
    </message>
    <message>
        <source>Colours: auto, always or never.</source>
        <translation>Couleurs&#xa0;: auto, always (toujours) ou never (jamais).</translation>
    </message>
    <message>
        <source>when</source>
        <translation>quand</translation>
    </message>
    <message>
        <source>Seconds to wait for the connection and for acknowledgements.</source>
        <translation>Secondes d’attente pour la connexion et les confirmations.</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>secondes</translation>
    </message>
    <message>
        <source>%1 Try --help.</source>
        <translation>%1 Essayez --help.</translation>
    </message>
    <message>
        <source>One server at a time, please. Try --help.</source>
        <translation>Un seul serveur à la fois. Essayez --help.</translation>
    </message>
    <message>
        <source>“%1” is not a language of this program: use fr or en.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une langue de ce programme&#xa0;: choisissez fr ou en.</translation>
    </message>
    <message>
        <source>--color is auto, always or never, not “%1”.</source>
        <translation>--color vaut auto, always ou never, pas «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>--timeout is a number of seconds from 1 to 86400.</source>
        <translation>--timeout est un nombre de secondes de 1 à 86400.</translation>
    </message>
    <message>
        <source>server</source>
        <translation>serveur</translation>
    </message>
    <message>
        <source>Username of your account.</source>
        <translation>Nom d’utilisateur de votre compte.</translation>
    </message>
    <message>
        <source>username</source>
        <translation>utilisateur</translation>
    </message>
    <message>
        <source>Room to open: its name, or @username for a person.</source>
        <translation>Salon à ouvrir : son nom, ou @utilisateur pour une personne.</translation>
    </message>
    <message>
        <source>Asks the local network which servers and people there are, prints them, and ends.</source>
        <translation>Demande au réseau local quels serveurs et quelles personnes s’y trouvent, les affiche et se termine.</translation>
    </message>
</context>
<context>
    <name>QCommandLineParser</name>
    <message>
        <source>Usage: %1</source>
        <translation>Utilisation&#xa0;: %1</translation>
    </message>
    <message>
        <source>[options]</source>
        <translation>[options]</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Options&#xa0;:</translation>
    </message>
    <message>
        <source>Arguments:</source>
        <translation>Arguments&#xa0;:</translation>
    </message>
    <message>
        <source>Unknown option &apos;%1&apos;.</source>
        <translation>Option inconnue «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Unknown options: %1.</source>
        <translation>Options inconnues&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Unexpected value after &apos;%1&apos;.</source>
        <translation>Valeur inattendue après «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Missing value after &apos;%1&apos;.</source>
        <translation>Valeur manquante après «&#xa0;%1&#xa0;».</translation>
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
        <translation>%1 a envoyé %2 à « %3 ». SHA-256 : %4</translation>
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
        <translation>%1 s’est connecté à « %2 ».</translation>
    </message>
    <message>
        <source>%1 ended the connection to “%2”.</source>
        <translation>%1 a mis fin à la connexion à « %2 ».</translation>
    </message>
    <message>
        <source>Connection received from %3: %1, on “%2”.</source>
        <extracomment>The second is one of the classroom&apos;s exercises, the third an address</extracomment>
        <translation>Connexion reçue de %3 : %1, sur « %2 ».</translation>
    </message>
    <message>
        <source>Connection from %3 ended: %1, on “%2”.</source>
        <translation>Connexion de %3 terminée : %1, sur « %2 ».</translation>
    </message>
    <message>
        <source>Nobody is there to read this any more.</source>
        <extracomment>Somebody answers a guest who is gone, and the server does not know any more who it was</extracomment>
        <translation>Il n’y a plus personne pour lire ceci.</translation>
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
    <name>salon::RoomListModel</name>
    <message>
        <source>Empty conversation</source>
        <translation>Conversation vide</translation>
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
</context>
<context>
    <name>salon::console::Commands</name>
    <message>
        <source>Shows the commands.</source>
        <translation>Affiche les commandes.</translation>
    </message>
    <message>
        <source>[text]</source>
        <translation>[texte]</translation>
    </message>
    <message>
        <source>Lists the rooms, or those whose name contains the text.</source>
        <translation>Liste les salons, ou ceux dont le nom contient le texte.</translation>
    </message>
    <message>
        <source>room</source>
        <translation>salon</translation>
    </message>
    <message>
        <source>Leaves the open room.</source>
        <translation>Quitte le salon ouvert.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>Makes a public room.</source>
        <translation>Crée un salon public.</translation>
    </message>
    <message>
        <source>Makes a private room.</source>
        <translation>Crée un salon privé.</translation>
    </message>
    <message>
        <source>Adds somebody to the open room.</source>
        <translation>Ajoute quelqu’un au salon ouvert.</translation>
    </message>
    <message>
        <source>Renames the open room.</source>
        <translation>Renomme le salon ouvert.</translation>
    </message>
    <message>
        <source>Shows or sets the topic of the open room.</source>
        <translation>Affiche ou change le sujet du salon ouvert.</translation>
    </message>
    <message>
        <source>Writes to one person.</source>
        <translation>Écrit à une personne.</translation>
    </message>
    <message>
        <source>Lists the members of the open room.</source>
        <translation>Liste les membres du salon ouvert.</translation>
    </message>
    <message>
        <source>Shows earlier messages.</source>
        <translation>Affiche des messages plus anciens.</translation>
    </message>
    <message>
        <source>Marks everything in the open room as read.</source>
        <translation>Marque tout comme lu dans le salon ouvert.</translation>
    </message>
    <message>
        <source>Changes the name that others see.</source>
        <translation>Change votre nom affiché.</translation>
    </message>
    <message>
        <source>[status]</source>
        <translation>[statut]</translation>
    </message>
    <message>
        <source>Says that you are away.</source>
        <translation>Vous montre absent.</translation>
    </message>
    <message>
        <source>Says that you are busy.</source>
        <translation>Vous montre occupé.</translation>
    </message>
    <message>
        <source>Says that you are here.</source>
        <translation>Vous montre en ligne.</translation>
    </message>
    <message>
        <source>Shows what is not sent yet.</source>
        <translation>Affiche ce qui n’est pas encore envoyé.</translation>
    </message>
    <message>
        <source>Makes an invitation to this server.</source>
        <translation>Crée une invitation à ce serveur.</translation>
    </message>
    <message>
        <source>code</source>
        <translation>code</translation>
    </message>
    <message>
        <source>Makes you the owner, with the code that the server printed.</source>
        <translation>Vous rend propriétaire, avec le code affiché par le serveur.</translation>
    </message>
    <message>
        <source>Accepts the new key of the server.</source>
        <translation>Accepte la nouvelle clé du serveur.</translation>
    </message>
    <message>
        <source>fr|en</source>
        <translation>fr|en</translation>
    </message>
    <message>
        <source>Changes the language.</source>
        <translation>Change la langue.</translation>
    </message>
    <message>
        <source>Ends the program. What is not sent stays in the outbox.</source>
        <translation>Quitte. Ce qui n’est pas envoyé reste dans la boîte d’envoi.</translation>
    </message>
    <message>
        <source>There is no command /%1. /help shows them all; // at the start sends a slash.</source>
        <translation>La commande /%1 n’existe pas. /help les montre toutes&#x202f;; // au début envoie une barre oblique.</translation>
    </message>
    <message>
        <source>No room is open. /rooms lists them, /join opens one.</source>
        <translation>Aucun salon n’est ouvert. /rooms les liste, /join en ouvre un.</translation>
    </message>
    <message>
        <source>Like this: /%1 %2</source>
        <translation>Comme ceci&#xa0;: /%1 %2</translation>
    </message>
    <message>
        <source>There is no room “%1” that you can join. /create makes one.</source>
        <translation>Il n’y a pas de salon «&#xa0;%1&#xa0;» que vous puissiez rejoindre. /create en crée un.</translation>
    </message>
    <message>
        <source>%1 is in the room now.</source>
        <translation>%1 est maintenant dans le salon.</translation>
    </message>
    <message>
        <source>This room has no topic yet.</source>
        <translation>Ce salon n’a pas encore de sujet.</translation>
    </message>
    <message>
        <source>Others see you as %1 now.</source>
        <translation>Votre nom affiché est maintenant %1.</translation>
    </message>
    <message>
        <source>Invitation code: %1</source>
        <translation>Code d’invitation&#xa0;: %1</translation>
    </message>
    <message>
        <source>Good for one person until %1.</source>
        <translation>Valable pour une personne jusqu’au %1.</translation>
    </message>
    <message>
        <source>You are the owner of this server now.</source>
        <translation>Vous êtes désormais propriétaire de ce serveur.</translation>
    </message>
    <message>
        <source>The key of this server has not changed.</source>
        <translation>La clé de ce serveur n’a pas changé.</translation>
    </message>
    <message>
        <source>This program speaks fr and en.</source>
        <translation>Ce programme parle fr et en.</translation>
    </message>
    <message>
        <source>The program speaks English now.</source>
        <translation>Le programme parle maintenant français.</translation>
    </message>
    <message>
        <source>Opens a room, joining it if needed. @username opens a direct one.</source>
        <translation>Rejoint et ouvre un salon ; avec @utilisateur, en direct.</translation>
    </message>
    <message>
        <source>username</source>
        <translation>utilisateur</translation>
    </message>
    <message>
        <source>username text</source>
        <translation>utilisateur texte</translation>
    </message>
    <message>
        <source>Retries what was refused.</source>
        <translation>Réessaie l’envoi de ce qui a été refusé.</translation>
    </message>
    <message>
        <source>Discards what was refused.</source>
        <translation>Abandonne ce qui a été refusé.</translation>
    </message>
    <message>
        <source>Nobody here has the username %1.</source>
        <translation>Personne ici n’a le nom d’utilisateur %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) discarded.</source>
        <translation>
            <numerusform>%n message abandonné.</numerusform>
            <numerusform>%n messages abandonnés.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::console::ConsoleApp</name>
    <message>
        <source>Welcome to Salon.</source>
        <translation>Bienvenue dans Salon.</translation>
    </message>
    <message>
        <source>Join link or address of a server:</source>
        <translation>Lien d’invitation ou adresse d’un serveur&#xa0;:</translation>
    </message>
    <message>
        <source>Which server? Give its join link or address. Try --help.</source>
        <translation>Quel serveur&#x202f;? Donnez son lien d’invitation ou son adresse. Essayez --help.</translation>
    </message>
    <message>
        <source>First contact with this server. Its fingerprint: %1</source>
        <translation>Premier contact avec ce serveur. Son empreinte&#xa0;: %1</translation>
    </message>
    <message>
        <source>Connected to %1 as %2.</source>
        <translation>Connexion établie avec %1&#x202f;; vous êtes %2.</translation>
    </message>
    <message>
        <source>Connected again.</source>
        <translation>Connexion rétablie.</translation>
    </message>
    <message>
        <source>If you know that the change is right, type /accept-key. Nothing was sent.</source>
        <translation>Si vous savez que ce changement est normal, tapez /accept-key. Rien n’a été envoyé.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) wait in the outbox and will be sent next time.</source>
        <translation>
            <numerusform>%n message attend dans la boîte d’envoi et partira la prochaine fois.</numerusform>
            <numerusform>%n messages attendent dans la boîte d’envoi et partiront la prochaine fois.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) not confirmed in time; kept in the outbox.</source>
        <translation>
            <numerusform>%n message non confirmé à temps&#x202f;; gardé dans la boîte d’envoi.</numerusform>
            <numerusform>%n messages non confirmés à temps&#x202f;; gardés dans la boîte d’envoi.</numerusform>
        </translation>
    </message>
    <message>
        <source>This device has no account on this server yet. Give --name, or --username with --password-file.</source>
        <translation>Cet appareil n’a pas encore de compte sur ce serveur. Donnez --name, ou --username avec --password-file.</translation>
    </message>
    <message>
        <source>There is no password in the first line of %1.</source>
        <translation>La première ligne de %1 ne contient pas de mot de passe.</translation>
    </message>
    <message>
        <source>This account was taken out of the room: nothing more is sent.</source>
        <translation>Ce compte a été retiré du salon&#xa0;: plus rien n’est envoyé.</translation>
    </message>
</context>
<context>
    <name>salon::console::LineRouter</name>
    <message>
        <source>No room is open: your text was not sent. /rooms lists them, /join opens one.</source>
        <translation>Aucun salon n’est ouvert&#xa0;: votre texte n’a pas été envoyé. /rooms les liste, /join en ouvre un.</translation>
    </message>
</context>
<context>
    <name>salon::console::Listings</name>
    <message>
        <source>Tab completes @people, #rooms and /commands. Everything else you type is a message.</source>
        <translation>Tab complète les @personnes, les #salons et les /commandes. Tout autre texte est un message.</translation>
    </message>
    <message>
        <source>No room found.</source>
        <translation>Aucun salon trouvé.</translation>
    </message>
    <message>
        <source>There are more: /rooms with a part of the name.</source>
        <translation>Il y en a d’autres : /rooms suivi d’une partie du nom.</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privé</translation>
    </message>
    <message>
        <source>not joined</source>
        <translation>pas rejoint</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n non lu</numerusform>
            <numerusform>%n non lus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more member(s).</source>
        <translation>
            <numerusform>%n autre membre.</numerusform>
            <numerusform>%n autres membres.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is sent.</source>
        <translation>Tout est envoyé.</translation>
    </message>
</context>
<context>
    <name>salon::console::RoomView</name>
    <message>
        <source>New messages</source>
        <translation>Nouveaux messages</translation>
    </message>
    <message>
        <source>Nobody has written here yet. Say hello!</source>
        <translation>Personne n’a encore écrit ici. Dites bonjour&#x202f;!</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier message(s) not shown: /older shows them.</source>
        <translation>
            <numerusform>%n message précédent n’est pas affiché&#xa0;: /older l’affiche.</numerusform>
            <numerusform>%n messages précédents ne sont pas affichés&#xa0;: /older les affiche.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is the beginning of the room.</source>
        <translation>C’est le début du salon.</translation>
    </message>
    <message>
        <source>Earlier messages</source>
        <translation>Messages précédents</translation>
    </message>
    <message>
        <source>End of the earlier messages</source>
        <translation>Fin des messages précédents</translation>
    </message>
    <message>
        <source>You are no longer in this room.</source>
        <translation>Vous n’êtes plus dans ce salon.</translation>
    </message>
    <message>
        <source>no room open</source>
        <translation>aucun salon ouvert</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>hors ligne</translation>
    </message>
</context>
<context>
    <name>salon::console::Screen</name>
    <message>
        <source>(waiting for the network)</source>
        <translation>(en attente du réseau)</translation>
    </message>
    <message>
        <source>Your text is kept: /outbox shows it, /retry sends it again, /discard discards it.</source>
        <translation>Votre texte est gardé : /outbox l’affiche, /retry réessaie de l’envoyer, /discard l’abandonne.</translation>
    </message>
</context>
<context>
    <name>salon::console::SignIn</name>
    <message>
        <source>Do you have an account on this server already? [y/n]</source>
        <extracomment>Answered by y or n (in French o or n)</extracomment>
        <translation>Avez-vous déjà un compte sur ce serveur&#x202f;? [o/n]</translation>
    </message>
    <message>
        <source>y</source>
        <extracomment>The letter for &quot;yes&quot;</extracomment>
        <translation>o</translation>
    </message>
    <message>
        <source>Your name, as others see it:</source>
        <translation>Votre nom affiché&#xa0;:</translation>
    </message>
    <message>
        <source>Password (not shown):</source>
        <translation>Mot de passe (non affiché)&#xa0;:</translation>
    </message>
    <message>
        <source>Invitation code (or Enter, to log in to an account you have):</source>
        <translation>Code d’invitation (ou Entrée, si vous avez déjà un compte)&#xa0;:</translation>
    </message>
    <message>
        <source>Username:</source>
        <translation>Nom d’utilisateur :</translation>
    </message>
    <message>
        <source>Another username:</source>
        <translation>Autre nom d’utilisateur :</translation>
    </message>
</context>
<context>
    <name>salon::console::Discover</name>
    <message>
        <source>Nobody answered on this network.</source>
        <translation>Personne n’a répondu sur ce réseau.</translation>
    </message>
    <message>
        <source>server</source>
        <translation>serveur</translation>
    </message>
    <message>
        <source>person</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>without TLS</source>
        <translation>sans TLS</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>headings of the table of servers and people found on the local network</extracomment>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>To join a server: salon-console ADDRESS. Names and keys are what each one says of itself; compare the key with the one that the person who runs it shows you.</source>
        <translation>Pour rejoindre un serveur : salon-console ADRESSE. Noms et clés sont ce que chacun dit de lui-même ; comparez la clé avec celle que vous montre la personne qui gère le serveur.</translation>
    </message>
</context>
</TS>
