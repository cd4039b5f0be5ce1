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
        <source>Colours: auto, always or never.</source>
        <translation>Couleurs&#xa0;: auto, always (toujours) ou never (jamais).</translation>
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
        <translation>Salon à ouvrir&#xa0;: son nom, ou @utilisateur pour une personne.</translation>
    </message>
    <message>
        <source>Asks the local network which servers and people there are, prints them, and ends.</source>
        <translation>Demande au réseau local quels serveurs et quelles personnes s’y trouvent, les affiche et se termine.</translation>
    </message>
    <message>
        <source>Talks with a program of your own instead of a Salon server: tcp://HOST:PORT, udp://HOST:PORT or unix:PATH. Lines are sent, what comes is shown; --send sends exactly its text and prints the answer.</source>
        <translation>Dialogue avec un de vos programmes au lieu d’un serveur Salon&#xa0;: tcp://HÔTE:PORT, udp://HÔTE:PORT ou unix:CHEMIN. Les lignes sont envoyées, ce qui arrive s’affiche&#x202f;; --send envoie exactement son texte et affiche la réponse.</translation>
    </message>
    <message>
        <source>Talks with somebody directly, without any server: connects to this address, or waits there if nobody is there yet. Without an address it shows who is nearby. With --plain it talks with a program of your own.</source>
        <translation>Parle directement avec quelqu’un, sans aucun serveur&#xa0;: se connecte à cette adresse, ou y attend si personne n’y est encore. Sans adresse, montre qui est à proximité. Avec --plain, parle avec un programme à vous.</translation>
    </message>
    <message>
        <source>address</source>
        <translation>adresse</translation>
    </message>
    <message>
        <source>Lets people nearby find you this time (/nearby on: always).</source>
        <translation>Laisse les personnes à proximité vous trouver cette fois-ci (/nearby on&#xa0;: toujours).</translation>
    </message>
    <message>
        <source>Like --plain, but waits for somebody on this port: 9000, udp://9000, unix:PATH.</source>
        <translation>Comme --plain, mais attend quelqu’un sur ce port&#xa0;: 9000, udp://9000, unix:CHEMIN.</translation>
    </message>
    <message>
        <source>port</source>
        <translation>port</translation>
    </message>
    <message>
        <source>With --plain: shows bytes in hexadecimal.</source>
        <translation>Avec --plain&#xa0;: affiche les octets en hexadécimal.</translation>
    </message>
    <message>
        <source>With --plain, into a pipe or file: bytes exactly as they come.</source>
        <translation>Avec --plain, vers un tube ou un fichier&#xa0;: les octets exactement comme ils arrivent.</translation>
    </message>
    <message>
        <source>With --plain: each message is its length (4 bytes, big-endian) and that many bytes.</source>
        <translation>Avec --plain&#xa0;: chaque message est sa longueur (4 octets, gros-boutiste) suivie d’autant d’octets.</translation>
    </message>
    <message>
        <source>With --plain: what ends a typed line: lf, crlf or none.</source>
        <translation>Avec --plain&#xa0;: ce qui termine une ligne tapée&#xa0;: lf, crlf ou none (rien).</translation>
    </message>
    <message>
        <source>With --peer there is no server. Try --help.</source>
        <translation>Avec --peer il n’y a pas de serveur. Essayez --help.</translation>
    </message>
    <message>
        <source>--hex, --raw, --frame and --line-end belong to --plain. Try --help.</source>
        <translation>--hex, --raw, --frame et --line-end vont avec --plain. Essayez --help.</translation>
    </message>
    <message>
        <source>--plain needs one address: tcp://HOST:PORT, udp://HOST:PORT, unix:PATH, or one with --peer or --listen. Try --help.</source>
        <translation>--plain demande une adresse&#xa0;: tcp://HÔTE:PORT, udp://HÔTE:PORT, unix:CHEMIN, ou bien celle de --peer ou de --listen. Essayez --help.</translation>
    </message>
    <message>
        <source>With --plain there is one --send, as an answer follows it.</source>
        <translation>Avec --plain, il n’y a qu’un --send, puisqu’une réponse le suit.</translation>
    </message>
    <message>
        <source>Either --hex or --raw, please.</source>
        <translation>Ou bien --hex, ou bien --raw.</translation>
    </message>
    <message>
        <source>--line-end is lf, crlf or none, not “%1”.</source>
        <translation>--line-end vaut lf, crlf ou none, et non «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Accepts that the server, or with --peer whoever is at the address, shows another key than before. Only after asking the person whose it is.</source>
        <translation>Accepte que le serveur, ou avec --peer l’appareil qui répond à l’adresse, présente une autre clé qu’auparavant. Seulement après avoir demandé à la personne concernée.</translation>
    </message>
    <message>
        <source>number</source>
        <translation>numéro</translation>
    </message>
    <message>
        <source>How texts are written: plain or markdown. At a terminal it is markdown, from pipes and with --send plain.</source>
        <translation>Comment les textes sont écrits&#xa0;: plain (tels quels) ou markdown. Dans un terminal c’est markdown, depuis un tube et avec --send plain.</translation>
    </message>
    <message>
        <source>Leaves :smile: and the like as they are typed at a terminal.</source>
        <translation>Laisse :smile: et les autres tels qu’ils sont tapés dans un terminal.</translation>
    </message>
    <message>
        <source>--reply-to is the number of a message, not “%1”.</source>
        <translation>--reply-to est le numéro d’un message, pas «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>--format is plain or markdown, not “%1”.</source>
        <translation>--format est plain ou markdown, pas «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Sends this file, or a folder, waits until the server has stored it, and ends. May be repeated: all go into one message.</source>
        <translation>Envoie ce fichier, ou un dossier, attend que le serveur l’ait enregistré, puis se termine. Peut être répétée&#xa0;: tout part en un seul message.</translation>
    </message>
    <message>
        <source>With --send-file: the text of its message.</source>
        <translation>Avec --send-file&#xa0;: le texte de son message.</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>Il n’y a pas de fichier «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>--caption belongs to --send-file. Try --help.</source>
        <translation>--caption va avec --send-file. Essayez --help.</translation>
    </message>
    <message>
        <source>With --send and --send-file: they answer the message with this number; a terminal shows the numbers.</source>
        <translation>Avec --send et --send-file&#xa0;: ce qui est envoyé répond au message de ce numéro&#x202f;; un terminal montre les numéros.</translation>
    </message>
    <message>
        <source>--reply-to belongs to --send and --send-file. Try --help.</source>
        <translation>--reply-to va avec --send et --send-file. Essayez --help.</translation>
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
        <translation>Répond là où il y avait quelqu’un d’autre</translation>
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
    <name>salon::PeerFileText</name>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 &quot;4.2 MB&quot;, %2 &quot;waiting for their answer&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>waiting for their answer</source>
        <translation>en attente de réponse</translation>
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
        <translation>en pause à leur demande</translation>
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
        <translation>non voulu</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusé</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>n’est plus disponible</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>retiré</translation>
    </message>
    <message>
        <source>cannot be read any more, or has changed</source>
        <translation>n’est plus lisible, ou a changé</translation>
    </message>
    <message>
        <source>arrived damaged</source>
        <translation>arrivé endommagé</translation>
    </message>
    <message>
        <source>arrived damaged and was deleted</source>
        <translation>arrivé endommagé, donc supprimé</translation>
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
    <name>salon::SearchModel</name>
    <message>
        <source>In %1: %2</source>
        <extracomment>a hit of a search, for a screen reader. %1 room, %2 who said it, when and what</extracomment>
        <translation>Dans %1&#xa0;: %2</translation>
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
    <name>salon::console::CommandGroup</name>
    <message>
        <source>Like this: /%1 %2</source>
        <translation>Comme ceci&#xa0;: /%1 %2</translation>
    </message>
    <message>
        <source>No room is open. /rooms lists them, /join opens one.</source>
        <translation>Aucun salon n’est ouvert. /rooms en donne la liste, /join en ouvre un.</translation>
    </message>
</context>
<context>
    <name>salon::console::Commands</name>
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
        <translation>Rejoint et ouvre un salon&#x202f;; avec @utilisateur, en direct.</translation>
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
        <source>Nobody here has the username %1.</source>
        <translation>Personne ici n’a le nom d’utilisateur %1.</translation>
    </message>
    <message>
        <source>[command]</source>
        <translation>[commande]</translation>
    </message>
    <message>
        <source>Shows the commands, or one of them.</source>
        <translation>Montre les commandes, ou l’une d’elles.</translation>
    </message>
    <message>
        <source>Removes somebody from the open room.</source>
        <translation>Retire quelqu’un du salon ouvert.</translation>
    </message>
    <message>
        <source>Removes somebody from the open room, who may not come back.</source>
        <translation>Retire quelqu’un du salon ouvert, sans qu’il puisse y revenir.</translation>
    </message>
    <message>
        <source>Lets somebody come back.</source>
        <translation>Permet à quelqu’un de revenir.</translation>
    </message>
    <message>
        <source>Lists who may not come into the open room.</source>
        <translation>Donne la liste de ceux qui ne peuvent pas entrer dans le salon ouvert.</translation>
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
    <message>
        <source>This server knows no answers to messages: nothing was sent.</source>
        <translation>Ce serveur ne connaît pas les réponses aux messages&#xa0;: rien n’a été envoyé.</translation>
    </message>
</context>
<context>
    <name>salon::console::ConversationCommands</name>
    <message>
        <source>text</source>
        <translation>texte</translation>
    </message>
    <message>
        <source>Tells what you do: “* Marie waves”.</source>
        <translation>Raconte ce que vous faites&#xa0;: «&#xa0;* Marie salue&#xa0;».</translation>
    </message>
    <message>
        <source>number text</source>
        <translation>numéro texte</translation>
    </message>
    <message>
        <source>Answers a message.</source>
        <translation>Répond à un message.</translation>
    </message>
    <message>
        <source>[number] text</source>
        <translation>[numéro] texte</translation>
    </message>
    <message>
        <source>number</source>
        <translation>numéro</translation>
    </message>
    <message>
        <source>Deletes a message for good, without asking.</source>
        <translation>Supprime un message définitivement, sans demander.</translation>
    </message>
    <message>
        <source>number emoji</source>
        <translation>numéro emoji</translation>
    </message>
    <message>
        <source>Reacts to a message, with 👍 or :thumbsup:.</source>
        <translation>Réagit à un message, avec 👍 ou :thumbsup:.</translation>
    </message>
    <message>
        <source>number [emoji]</source>
        <translation>numéro [emoji]</translation>
    </message>
    <message>
        <source>Takes back a reaction, or all of yours.</source>
        <translation>Retire une réaction, ou toutes les vôtres.</translation>
    </message>
    <message>
        <source>Shows who reacted to a message.</source>
        <translation>Montre qui a réagi à un message.</translation>
    </message>
    <message>
        <source>Shows what an edited message said before.</source>
        <translation>Montre ce que disait avant un message modifié.</translation>
    </message>
    <message>
        <source>Shows a message as it is now, with what it hides.</source>
        <translation>Montre un message tel qu’il est maintenant, avec ce qu’il cache.</translation>
    </message>
    <message>
        <source>Pins a message in the room.</source>
        <translation>Épingle un message dans le salon.</translation>
    </message>
    <message>
        <source>Takes a message off the pinned ones.</source>
        <translation>Retire un message de ceux qui sont épinglés.</translation>
    </message>
    <message>
        <source>Lists the pinned messages of the open room.</source>
        <translation>Donne la liste des messages épinglés du salon ouvert.</translation>
    </message>
    <message>
        <source>Keeps a message on a list of your own.</source>
        <translation>Garde un message dans votre liste personnelle.</translation>
    </message>
    <message>
        <source>Takes a message off your list.</source>
        <translation>Retire un message de votre liste.</translation>
    </message>
    <message>
        <source>Lists the messages that you saved.</source>
        <translation>Donne la liste des messages que vous avez gardés.</translation>
    </message>
    <message>
        <source>Lists the messages that mention you.</source>
        <translation>Donne la liste des messages qui vous mentionnent.</translation>
    </message>
    <message>
        <source>Shows the link to a message.</source>
        <translation>Montre le lien vers un message.</translation>
    </message>
    <message>
        <source>number room</source>
        <translation>numéro salon</translation>
    </message>
    <message>
        <source>Sends a copy of a message to another room, or to @username.</source>
        <translation>Envoie une copie d’un message dans un autre salon, ou à @identifiant.</translation>
    </message>
    <message>
        <source>[text]</source>
        <translation>[texte]</translation>
    </message>
    <message>
        <source>Sends the text, and ¯\_(ツ)_/¯ after it.</source>
        <translation>Envoie le texte, suivi de ¯\_(ツ)_/¯.</translation>
    </message>
    <message>
        <source>No room is open. /rooms lists them, /join opens one.</source>
        <translation>Aucun salon n’est ouvert. /rooms en donne la liste, /join en ouvre un.</translation>
    </message>
    <message>
        <source>Like this: /%1 %2</source>
        <translation>Comme ceci&#xa0;: /%1 %2</translation>
    </message>
    <message>
        <source>This server is older than that: it knows messages, but no changes of them.</source>
        <translation>Ce serveur est trop ancien pour cela&#xa0;: il connaît les messages, mais pas leurs modifications.</translation>
    </message>
    <message>
        <source>Message #%1 is deleted.</source>
        <translation>Le message #%1 est supprimé.</translation>
    </message>
    <message>
        <source>That cannot be answered.</source>
        <translation>On ne peut pas répondre à cela.</translation>
    </message>
    <message>
        <source>You can edit only what you wrote yourself.</source>
        <translation>Vous ne pouvez modifier que ce que vous avez écrit vous-même.</translation>
    </message>
    <message>
        <source>Your last message is not sent yet. /outbox shows what waits.</source>
        <translation>Votre dernier message n’est pas encore envoyé. /outbox montre ce qui attend.</translation>
    </message>
    <message>
        <source>Nothing of what is shown here is by you. Give the number of the message.</source>
        <translation>Rien de ce qui est affiché ici n’est de vous. Donnez le numéro du message.</translation>
    </message>
    <message>
        <source>You may not delete this message.</source>
        <translation>Vous ne pouvez pas supprimer ce message.</translation>
    </message>
    <message>
        <source>“%1” is not an emoji. Give one, or its name like :thumbsup:.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un emoji. Donnez-en un, ou son nom comme :thumbsup:.</translation>
    </message>
    <message>
        <source>You cannot react to that.</source>
        <translation>Vous ne pouvez pas réagir à cela.</translation>
    </message>
    <message>
        <source>You have not reacted to #%1.</source>
        <translation>Vous n’avez pas réagi à #%1.</translation>
    </message>
    <message>
        <source>You may not pin messages in this room.</source>
        <translation>Vous ne pouvez pas épingler de messages dans ce salon.</translation>
    </message>
    <message>
        <source>You are in no room “%1”. /join opens it first.</source>
        <translation>Vous n’êtes dans aucun salon «&#xa0;%1&#xa0;». Ouvrez-le d’abord avec /join.</translation>
    </message>
    <message>
        <source>Forwarded #%1 to %2.</source>
        <translation>#%1 a été transféré vers %2.</translation>
    </message>
    <message numerus="yes">
        <source>These are the newest %n message(s); there are more.</source>
        <translation>
            <numerusform>C’est le message le plus récent&#x202f;; il y en a d’autres.</numerusform>
            <numerusform>Ce sont les %n messages les plus récents&#x202f;; il y en a d’autres.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is pinned in this room.</source>
        <translation>Rien n’est épinglé dans ce salon.</translation>
    </message>
    <message>
        <source>You have saved no message yet: /save keeps one.</source>
        <translation>Vous n’avez encore gardé aucun message&#xa0;: /save en garde un.</translation>
    </message>
    <message>
        <source>Nobody has mentioned you yet.</source>
        <translation>Personne ne vous a encore mentionné.</translation>
    </message>
    <message>
        <source>Saved #%1: /saved lists what you saved.</source>
        <translation>#%1 est gardé&#xa0;: /saved donne la liste de ce que vous avez gardé.</translation>
    </message>
    <message>
        <source>#%1 is not on your list any more.</source>
        <translation>#%1 n’est plus dans votre liste.</translation>
    </message>
    <message>
        <source>Nobody has reacted to #%1.</source>
        <translation>Personne n’a réagi à #%1.</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>quelqu’un</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n autre</numerusform>
            <numerusform>%n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>#%1 was never edited.</source>
        <translation>#%1 n’a jamais été modifié.</translation>
    </message>
    <message>
        <source>Writes another text in place of a message of yours, or of your last one. With a number alone files stay without their text.</source>
        <translation>Remplace le texte d’un de vos messages, ou du dernier. Avec un numéro seul, les fichiers restent sans leur texte.</translation>
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
        <translation>Pour rejoindre un serveur&#xa0;: salon-console ADRESSE. Noms et clés sont ce que chacun dit de lui-même&#x202f;; comparez la clé avec celle que vous montre la personne qui gère le serveur.</translation>
    </message>
</context>
<context>
    <name>salon::console::EventPrinter</name>
    <message>
        <source>edited</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>épinglé</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (vous)</translation>
    </message>
    <message>
        <source>deleted by %1</source>
        <translation>supprimé par %1</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>supprimé</translation>
    </message>
    <message>
        <source>(this message is not here any more)</source>
        <translation>(ce message n’est plus là)</translation>
    </message>
    <message>
        <source>(deleted)</source>
        <translation>(supprimé)</translation>
    </message>
    <message>
        <source>/reveal %1 shows what is hidden.</source>
        <translation>/reveal %1 montre ce qui est caché.</translation>
    </message>
    <message>
        <source>%1 edited %2: %3</source>
        <translation>%1 a modifié %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1 deleted %2.</source>
        <translation>%1 a supprimé %2.</translation>
    </message>
    <message>
        <source>%1 reacted %2 to %3</source>
        <translation>%1 a réagi %2 à %3</translation>
    </message>
    <message>
        <source>%1 took back %2 from %3</source>
        <translation>%1 a retiré %2 de %3</translation>
    </message>
    <message>
        <source>%1 pinned %2.</source>
        <translation>%1 a épinglé %2.</translation>
    </message>
    <message>
        <source>%1 unpinned %2.</source>
        <translation>%1 a désépinglé %2.</translation>
    </message>
    <message>
        <source>It is kept: /outbox shows it, /retry sends it again, /discard discards it.</source>
        <translation>C’est gardé&#xa0;: /outbox le montre, /retry le renvoie, /discard le supprime.</translation>
    </message>
    <message>
        <source>(waiting for the network)</source>
        <translation>(en attente du réseau)</translation>
    </message>
    <message>
        <source>/save-file %1 saves what is attached; /help save-file says more.</source>
        <translation>/save-file %1 enregistre ce qui est joint&#x202f;; /help save-file en dit plus.</translation>
    </message>
    <message>
        <source>%1 took the text off the files of %2.</source>
        <translation>%1 a retiré le texte des fichiers de %2.</translation>
    </message>
</context>
<context>
    <name>salon::console::ExportCommands</name>
    <message>
        <source>folder</source>
        <translation>dossier</translation>
    </message>
    <message>
        <source>Writes the open room into a folder: its messages, its files, and a page to read.</source>
        <translation>Écrit le salon ouvert dans un dossier&#xa0;: ses messages, ses fichiers et une page à lire.</translation>
    </message>
    <message>
        <source>Stops /export; nothing of it stays.</source>
        <translation>Arrête /export&#x202f;; il n’en reste rien.</translation>
    </message>
    <message>
        <source>One export runs already: /cancel-export stops it.</source>
        <translation>Un export est déjà en cours&#xa0;: /cancel-export l’arrête.</translation>
    </message>
    <message>
        <source>Exporting %1 …</source>
        <translation>Export de %1…</translation>
    </message>
    <message>
        <source>No export runs.</source>
        <translation>Aucun export n’est en cours.</translation>
    </message>
    <message>
        <source>Export: %1 of %2 messages</source>
        <translation>Export&#xa0;: %1 messages sur %2</translation>
    </message>
    <message>
        <source>%1 of %2 files</source>
        <translation>%1 fichiers sur %2</translation>
    </message>
    <message>
        <source>The room is in %1: index.html is to be read, messages.jsonl for programs.</source>
        <translation>Le salon est dans %1&#xa0;: index.html pour le lire, messages.jsonl pour les programmes.</translation>
    </message>
</context>
<context>
    <name>salon::console::FileCommands</name>
    <message>
        <source>path… [caption]</source>
        <translation>chemin… [légende]</translation>
    </message>
    <message>
        <source>Sends files, or one folder, as a message. “-- caption” where the caption looks like a path.</source>
        <translation>Envoie des fichiers, ou un dossier, en un message. «&#xa0;-- légende&#xa0;» si la légende ressemble à un chemin.</translation>
    </message>
    <message>
        <source>Lists the files of the open room or conversation, with their numbers.</source>
        <translation>Affiche les fichiers du salon ouvert ou de la conversation, avec leurs numéros.</translation>
    </message>
    <message>
        <source>number [folder]</source>
        <translation>numéro [dossier]</translation>
    </message>
    <message>
        <source>Saves the files of a message, or one of them: 57, or 57.2 for the second one.</source>
        <translation>Enregistre les fichiers d’un message, ou l’un d’eux&#xa0;: 57, ou 57.2 pour le deuxième.</translation>
    </message>
    <message>
        <source>[number]</source>
        <translation>[numéro]</translation>
    </message>
    <message>
        <source>Pauses the files that are on their way, or one of them.</source>
        <translation>Met en pause les fichiers en chemin, ou l’un d’eux.</translation>
    </message>
    <message>
        <source>Goes on with what is paused.</source>
        <translation>Reprend ce qui est en pause.</translation>
    </message>
    <message>
        <source>number</source>
        <translation>numéro</translation>
    </message>
    <message>
        <source>Stops a file that is on its way.</source>
        <translation>Arrête un fichier en chemin.</translation>
    </message>
    <message>
        <source>There is no file “%1”. If it belongs to the caption, put -- in front of the caption.</source>
        <translation>Il n’y a pas de fichier «&#xa0;%1&#xa0;». Si cela fait partie de la légende, mettez -- devant celle-ci.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the folder left out: hidden, links, or not to be read.</source>
        <translation>
            <numerusform>%n fichier du dossier a été laissé de côté&#xa0;: caché, lien ou illisible.</numerusform>
            <numerusform>%n fichiers du dossier ont été laissés de côté&#xa0;: cachés, liens ou illisibles.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no file in this room.</source>
        <translation>Il n’y a aucun fichier dans ce salon.</translation>
    </message>
    <message>
        <source>These are the newest; there are more. /search has:file and words find others.</source>
        <translation>Voici les plus récents&#x202f;; il y en a d’autres. /search a:fichier et des mots en trouvent d’autres.</translation>
    </message>
    <message>
        <source>Message #%1 has no such file. /files lists them.</source>
        <translation>Le message #%1 n’a pas ce fichier. /files les affiche.</translation>
    </message>
    <message>
        <source>“%1” is no number of a file that is on its way.</source>
        <translation>«&#xa0;%1&#xa0;» n’est le numéro d’aucun fichier en chemin.</translation>
    </message>
    <message>
        <source>No such file is on its way.</source>
        <translation>Aucun fichier de ce genre n’est en chemin.</translation>
    </message>
</context>
<context>
    <name>salon::console::FileWords</name>
    <message numerus="yes">
        <source>📁 %1 (%n file(s), %2)</source>
        <translation>
            <numerusform>📁 %1 (%n fichier, %2)</numerusform>
            <numerusform>📁 %1 (%n fichiers, %2)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more (%2 in all)</source>
        <translation>
            <numerusform>%1 et %n autre (%2 en tout)</numerusform>
            <numerusform>%1 et %n autres (%2 en tout)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 et %n autre</numerusform>
            <numerusform>%1 et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>being read: %1</source>
        <translation>lecture&#xa0;: %1</translation>
    </message>
    <message>
        <source>paused at %1</source>
        <translation>en pause à %1</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
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
        <source>No room found.</source>
        <translation>Aucun salon trouvé.</translation>
    </message>
    <message>
        <source>There are more: /rooms with a part of the name.</source>
        <translation>Il y en a d’autres&#xa0;: /rooms suivi d’une partie du nom.</translation>
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
        <source>Tab completes @people, #rooms, :emoji: and /commands. Everything else you type is a message.</source>
        <translation>Tab complète les @personnes, les #salons, les :emoji: et les /commandes. Tout le reste de ce que vous tapez est un message.</translation>
    </message>
    <message>
        <source>Nobody is banned from this room.</source>
        <translation>Personne n’est banni de ce salon.</translation>
    </message>
    <message>
        <source>mentions only</source>
        <translation>mentions seulement</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>muet</translation>
    </message>
</context>
<context>
    <name>salon::console::OutboxCommands</name>
    <message>
        <source>Shows what is not sent yet, in all rooms, and why.</source>
        <translation>Affiche ce qui n’est pas encore envoyé, dans tous les salons, et pourquoi.</translation>
    </message>
    <message>
        <source>[number]</source>
        <translation>[numéro]</translation>
    </message>
    <message>
        <source>Sends again what was refused, or the entry of this number in /outbox.</source>
        <translation>Renvoie ce qui a été refusé, ou l’élément de ce numéro dans /outbox.</translation>
    </message>
    <message>
        <source>Discards what was refused, or the entry of this number in /outbox.</source>
        <translation>Abandonne ce qui a été refusé, ou l’élément de ce numéro dans /outbox.</translation>
    </message>
    <message>
        <source>number text</source>
        <translation>numéro texte</translation>
    </message>
    <message>
        <source>Sends another text in place of an entry of /outbox.</source>
        <translation>Envoie un autre texte à la place d’un élément de /outbox.</translation>
    </message>
    <message>
        <source>Everything is sent.</source>
        <translation>Tout est envoyé.</translation>
    </message>
    <message>
        <source>Waits for the network.</source>
        <translation>Attend le réseau.</translation>
    </message>
    <message>
        <source>The server may have it already.</source>
        <translation>Le serveur l’a peut-être déjà.</translation>
    </message>
    <message>
        <source>There is no number %1 in the outbox: /outbox shows what is in it.</source>
        <translation>Il n’y a pas de numéro %1 dans la boîte d’envoi&#xa0;: /outbox montre ce qu’elle contient.</translation>
    </message>
    <message>
        <source>The server may have it already: it stays until the server answers.</source>
        <translation>Le serveur l’a peut-être déjà&#xa0;: l’élément reste jusqu’à sa réponse.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) discarded.</source>
        <translation>
            <numerusform>%n message abandonné.</numerusform>
            <numerusform>%n messages abandonnés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only texts can be edited. /discard %1 takes this out of the outbox.</source>
        <translation>Seuls les textes se modifient. /discard %1 retire ceci de la boîte d’envoi.</translation>
    </message>
    <message numerus="yes">
        <source>Next try in %n second(s).</source>
        <translation>
            <numerusform>Prochain essai dans %n seconde.</numerusform>
            <numerusform>Prochain essai dans %n secondes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salon::console::OutboxWords</name>
    <message>
        <source>edit of %1: %2</source>
        <translation>modification de %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>deletion of %1</source>
        <translation>suppression de %1</translation>
    </message>
    <message>
        <source>reaction %1 to %2</source>
        <translation>réaction %1 à %2</translation>
    </message>
    <message>
        <source>taking back %1 from %2</source>
        <translation>retrait de %1 de %2</translation>
    </message>
    <message>
        <source>pinning %1</source>
        <translation>épinglage de %1</translation>
    </message>
    <message>
        <source>unpinning %1</source>
        <translation>désépinglage de %1</translation>
    </message>
    <message>
        <source>reply to %1: %2</source>
        <translation>réponse à %1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>salon::console::PeerApp</name>
    <message>
        <source>Nobody was found.</source>
        <translation>Personne n’a été trouvé.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) not delivered in time; kept for the next time.</source>
        <translation>
            <numerusform>%n message non remis à temps&#x202f;; gardé pour la prochaine fois.</numerusform>
            <numerusform>%n messages non remis à temps&#x202f;; gardés pour la prochaine fois.</numerusform>
        </translation>
    </message>
    <message>
        <source>You are %1; the words of your device: %2</source>
        <translation>Vous êtes %1&#x202f;; les mots de votre appareil&#xa0;: %2</translation>
    </message>
    <message>
        <source>/nearby shows who is here, /help the commands.</source>
        <translation>/nearby montre qui est là, /help les commandes.</translation>
    </message>
    <message>
        <source>nearby</source>
        <translation>à proximité</translation>
    </message>
    <message>
        <source>There is no command %1. /help shows them all; // at the start sends a slash.</source>
        <translation>Il n’y a pas de commande %1. /help les montre toutes&#x202f;; // au début envoie une barre oblique.</translation>
    </message>
    <message>
        <source>No conversation is open: your text was not sent. /nearby shows who is here, /direct opens one.</source>
        <translation>Aucune conversation n’est ouverte&#xa0;: votre texte n’a pas été envoyé. /nearby montre qui est là, /direct en ouvre une.</translation>
    </message>
    <message>
        <source>Shows earlier messages.</source>
        <translation>Montre les messages plus anciens.</translation>
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
        <source>Changes the language.</source>
        <translation>Change la langue.</translation>
    </message>
    <message>
        <source>Ends the program. What is not delivered is kept.</source>
        <translation>Termine le programme. Ce qui n’est pas remis est gardé.</translation>
    </message>
    <message>
        <source>Others see you as %1 now.</source>
        <translation>Les autres vous voient désormais comme %1.</translation>
    </message>
    <message>
        <source>This program speaks fr and en.</source>
        <translation>Ce programme parle fr et en.</translation>
    </message>
    <message>
        <source>The program speaks English now.</source>
        <translation>Le programme parle désormais français.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) wait and will be delivered next time.</source>
        <translation>
            <numerusform>%n message attend et sera remis la prochaine fois.</numerusform>
            <numerusform>%n messages attendent et seront remis la prochaine fois.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is not exactly one person of the name “%1” whom you have accepted. Start salon-console --peer, compare the words and type /accept.</source>
        <translation>Il n’y a pas exactement une personne du nom «&#xa0;%1&#xa0;» que vous ayez acceptée. Lancez salon-console --peer, comparez les mots et tapez /accept.</translation>
    </message>
    <message>
        <source>The words of this device are: %1. Nothing was sent. Once you know that they are right, --accept-new-key accepts this device.</source>
        <translation>Les mots de cet appareil sont&#xa0;: %1. Rien n’a été envoyé. Quand vous savez qu’ils sont justes, --accept-new-key accepte cet appareil.</translation>
    </message>
    <message>
        <source>Nothing was opened. /direct %1 opens the conversation with %2.</source>
        <translation>Rien n’a été ouvert. /direct %1 ouvre la conversation avec %2.</translation>
    </message>
    <message>
        <source>%1 is here, and is not who was at that address before: nothing is sent to them.</source>
        <translation>%1 est là, et n’est pas la personne qui était à cette adresse auparavant&#xa0;: rien ne lui est envoyé.</translation>
    </message>
</context>
<context>
    <name>salon::console::PeerCommands</name>
    <message>
        <source>[on|off]</source>
        <translation>[on|off]</translation>
    </message>
    <message>
        <source>Shows who is nearby, without any server; on and off say whether others find you.</source>
        <translation>Montre qui est à proximité, sans aucun serveur&#x202f;; on et off disent si les autres vous trouvent.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>Opens the conversation with somebody nearby.</source>
        <translation>Ouvre la conversation avec quelqu’un à proximité.</translation>
    </message>
    <message>
        <source>Talks with somebody nearby who asks.</source>
        <translation>Accepte de parler avec quelqu’un qui le demande.</translation>
    </message>
    <message>
        <source>Does not talk with somebody nearby; they are not asked about again.</source>
        <translation>Refuse de parler avec quelqu’un&#x202f;; la question n’est plus posée.</translation>
    </message>
    <message>
        <source>[name]</source>
        <translation>[nom]</translation>
    </message>
    <message>
        <source>Shows the four words of your device, or of somebody else&apos;s, to compare.</source>
        <translation>Montre les quatre mots de votre appareil, ou de celui d’une autre personne, à comparer.</translation>
    </message>
    <message>
        <source>address</source>
        <translation>adresse</translation>
    </message>
    <message>
        <source>Talks with whoever is at this address, or waits there for them.</source>
        <translation>Parle avec la personne qui est à cette adresse, ou l’y attend.</translation>
    </message>
    <message>
        <source>path</source>
        <translation>chemin</translation>
    </message>
    <message>
        <source>Offers a file to the person nearby.</source>
        <translation>Propose un fichier à cette personne.</translation>
    </message>
    <message>
        <source>Lists the files of the conversation.</source>
        <translation>Liste les fichiers de la conversation.</translation>
    </message>
    <message>
        <source>number [folder]</source>
        <translation>numéro [dossier]</translation>
    </message>
    <message>
        <source>Takes a file, or goes on with it.</source>
        <translation>Accepte un fichier, ou le reprend.</translation>
    </message>
    <message>
        <source>number</source>
        <translation>numéro</translation>
    </message>
    <message>
        <source>Does not take a file.</source>
        <translation>Refuse un fichier.</translation>
    </message>
    <message>
        <source>Stops taking a file for now.</source>
        <translation>Met un fichier en pause.</translation>
    </message>
    <message>
        <source>Like this: /%1 %2</source>
        <translation>Comme ceci&#xa0;: /%1 %2</translation>
    </message>
    <message>
        <source>No conversation with somebody nearby is open. /nearby shows them, /direct opens one.</source>
        <translation>Aucune conversation à proximité n’est ouverte. /nearby montre qui est là, /direct en ouvre une.</translation>
    </message>
    <message>
        <source>People nearby are switched off. /nearby on lets you find each other.</source>
        <translation>Les personnes à proximité sont désactivées. /nearby on permet de se trouver.</translation>
    </message>
    <message>
        <source>Nobody nearby is called “%1”. /nearby shows everybody.</source>
        <translation>Personne à proximité ne s’appelle «&#xa0;%1&#xa0;». /nearby montre tout le monde.</translation>
    </message>
    <message>
        <source>Several people nearby are called “%1”. Use the number that /nearby shows.</source>
        <translation>Plusieurs personnes à proximité s’appellent «&#xa0;%1&#xa0;». Utilisez le numéro que montre /nearby.</translation>
    </message>
    <message>
        <source>Others on this network find you as %1 now.</source>
        <translation>Les autres vous trouvent désormais sur ce réseau comme %1.</translation>
    </message>
    <message>
        <source>Nobody nearby finds you any more.</source>
        <translation>Plus personne à proximité ne vous trouve.</translation>
    </message>
    <message>
        <source>Nobody is here yet. Whoever switches on “people nearby” on this network is shown.</source>
        <translation>Personne n’est encore là. Qui active «&#xa0;personnes à proximité&#xa0;» sur ce réseau apparaît ici.</translation>
    </message>
    <message>
        <source>known as %1 from %2</source>
        <translation>compte %1 sur %2</translation>
    </message>
    <message>
        <source>You are %1; the words of your device: %2</source>
        <translation>Vous êtes %1&#x202f;; les mots de votre appareil&#xa0;: %2</translation>
    </message>
    <message>
        <source>You talk with %1 from now on.</source>
        <translation>Vous parlez désormais avec %1.</translation>
    </message>
    <message>
        <source>You do not talk with %1. /accept takes this back.</source>
        <translation>Vous ne parlez pas avec %1. /accept revient là-dessus.</translation>
    </message>
    <message>
        <source>The words of your device: %1</source>
        <translation>Les mots de votre appareil&#xa0;: %1</translation>
    </message>
    <message>
        <source>The words of %1&apos;s device: %2. They are the ones that /words shows there.</source>
        <translation>Les mots de l’appareil de %1&#xa0;: %2. Ce sont ceux que /words y montre.</translation>
    </message>
    <message>
        <source>%1 wants to talk with you directly. The words of their device: %2</source>
        <translation>%1 veut parler directement avec vous. Les mots de son appareil&#xa0;: %2</translation>
    </message>
    <message>
        <source>Compare them with what /words shows on their screen, then type /accept %1 or /refuse %1.</source>
        <translation>Comparez-les avec ce que /words montre sur son écran, puis tapez /accept %1 ou /refuse %1.</translation>
    </message>
    <message>
        <source>Looking for somebody at %1…</source>
        <translation>Recherche de quelqu’un à l’adresse %1…</translation>
    </message>
    <message>
        <source>There is no file %1 here. /files lists them.</source>
        <translation>Il n’y a pas de fichier %1 ici. /files les liste.</translation>
    </message>
    <message>
        <source>There is no number %1 in the list. /nearby shows everybody.</source>
        <translation>Il n’y a pas de numéro %1 dans la liste. /nearby montre tout le monde.</translation>
    </message>
    <message>
        <source>You do not talk with %1. /accept %2 takes this back.</source>
        <translation>Vous ne parlez pas avec %1. /accept %2 revient là-dessus.</translation>
    </message>
    <message>
        <source>You have not accepted %1 yet, and anybody can take this name.</source>
        <translation>Vous n’avez pas encore accepté %1, et n’importe qui peut prendre ce nom.</translation>
    </message>
    <message>
        <source>Compare their words with what /words shows on their screen, then type /accept %1 or /refuse %1.</source>
        <translation>Comparez ses mots avec ce que /words montre sur son écran, puis tapez /accept %1 ou /refuse %1.</translation>
    </message>
    <message>
        <source>[address]</source>
        <translation>[adresse]</translation>
    </message>
    <message>
        <source>Ends what /connect began: nobody is waited for at this address any more.</source>
        <translation>Met fin à ce que /connect a commencé&#xa0;: plus personne n’est attendu à cette adresse.</translation>
    </message>
    <message>
        <source>[number]</source>
        <translation>[numéro]</translation>
    </message>
    <message>
        <source>Takes back a file that you offered; without a number, those that are still being read.</source>
        <translation>Retire un fichier que vous avez proposé&#x202f;; sans numéro, ceux qui sont encore en cours de lecture.</translation>
    </message>
    <message>
        <source>The words of this device are: %1</source>
        <translation>Les mots de cet appareil sont&#xa0;: %1</translation>
    </message>
    <message>
        <source>Nothing was sent. Type /accept %1 only if these words are on the screen of the %2 you mean, else /refuse %1.</source>
        <translation>Rien n’a été envoyé. Ne tapez /accept %1 que si ces mots sont sur l’écran de la personne à qui vous pensez (%2), sinon /refuse %1.</translation>
    </message>
    <message>
        <source>Nobody is waited for there. /connect waits at an address.</source>
        <translation>Personne n’est attendu à cet endroit. /connect attend à une adresse.</translation>
    </message>
    <message>
        <source>Nobody is waited for at %1 any more.</source>
        <translation>Plus personne n’est attendu à l’adresse %1.</translation>
    </message>
    <message>
        <source>No file is being read for an offer. /files lists those that were offered.</source>
        <translation>Aucun fichier n’est en cours de lecture. /files liste ceux qui ont été proposés.</translation>
    </message>
</context>
<context>
    <name>salon::console::PeerDesk</name>
    <message>
        <source>Nobody is at %1 yet: waiting there.</source>
        <translation>Personne n’est encore à l’adresse %1&#xa0;: le programme y attend.</translation>
    </message>
    <message>
        <source>%1 is here. /direct %2 opens the conversation.</source>
        <translation>%1 est là. /direct %2 ouvre la conversation.</translation>
    </message>
    <message>
        <source>%1 is there, and is asked whether to talk with you.</source>
        <translation>%1 est là, et doit encore accepter de parler avec vous.</translation>
    </message>
    <message>
        <source>Nobody is at %1, and nobody can be waited for: another program has port %2 of this computer.</source>
        <translation>Il n’y a personne à %1, et on ne peut y attendre personne&#xa0;: un autre programme occupe le port %2 de cet ordinateur.</translation>
    </message>
    <message>
        <source>%2 (%3) answers at %1, and not %4 (%5), who was there before.</source>
        <translation>%2 (%3) répond à %1, et non %4 (%5), qui y était auparavant.</translation>
    </message>
    <message>
        <source>%2 (%3) answers at %1, and not who was there before.</source>
        <translation>%2 (%3) répond à %1, et non la personne qui y était auparavant.</translation>
    </message>
</context>
<context>
    <name>salon::console::PeerView</name>
    <message>
        <source>Nothing was written here yet. Say hello!</source>
        <translation>Rien n’a encore été écrit ici. Dites bonjour&#x202f;!</translation>
    </message>
    <message>
        <source>/older shows earlier messages.</source>
        <translation>/older montre les messages plus anciens.</translation>
    </message>
    <message>
        <source>%1 is here: what you write arrives at once.</source>
        <translation>%1 est là&#xa0;: ce que vous écrivez arrive aussitôt.</translation>
    </message>
    <message>
        <source>%1 is not reachable now: what you write is kept, and delivered later.</source>
        <translation>%1 n’est pas joignable pour le moment&#xa0;: ce que vous écrivez est gardé, et remis plus tard.</translation>
    </message>
    <message>
        <source>This is the beginning of the conversation.</source>
        <translation>C’est le début de la conversation.</translation>
    </message>
    <message>
        <source>Earlier messages</source>
        <translation>Messages plus anciens</translation>
    </message>
    <message>
        <source>End of the earlier messages</source>
        <translation>Fin des messages plus anciens</translation>
    </message>
    <message>
        <source>There is no file in this conversation.</source>
        <translation>Il n’y a pas de fichier dans cette conversation.</translation>
    </message>
    <message>
        <source>(not delivered yet)</source>
        <translation>(pas encore remis)</translation>
    </message>
    <message>
        <source>/accept-file %1 takes it, /refuse-file %1 does not.</source>
        <translation>/accept-file %1 l’accepte, /refuse-file %1 le refuse.</translation>
    </message>
    <message>
        <source>Delivered: %1</source>
        <translation>Remis&#xa0;: %1</translation>
    </message>
    <message>
        <source>The file is here: %1</source>
        <translation>Le fichier est là&#xa0;: %1</translation>
    </message>
    <message>
        <source>nearby</source>
        <translation>à proximité</translation>
    </message>
    <message>
        <source>away</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>You meet %1 for the first time. The words of their device: %2</source>
        <translation>Première rencontre avec %1. Les mots de son appareil&#xa0;: %2</translation>
    </message>
    <message>
        <source>Compare them with what /words shows on their screen before you write what is for %1 alone.</source>
        <translation>Comparez-les avec ce que /words montre sur son écran avant d’écrire ce qui n’est destiné qu’à %1.</translation>
    </message>
    <message>
        <source>%1 has not accepted yet: what you write is kept, and delivered then.</source>
        <translation>%1 n’a pas encore accepté&#xa0;: ce que vous écrivez est gardé, et remis alors.</translation>
    </message>
    <message>
        <source>Not delivered yet: %1</source>
        <translation>Pas encore remis&#xa0;: %1</translation>
    </message>
    <message>
        <source>Not delivered: %1</source>
        <translation>Non remis&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>salon::console::PlainAddress</name>
    <message>
        <source>“%1” is not an address. Write tcp://HOST:PORT, udp://HOST:PORT or unix:PATH, with IPv6 addresses in brackets.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une adresse. Écrivez tcp://HÔTE:PORT, udp://HÔTE:PORT ou unix:CHEMIN, les adresses IPv6 entre crochets.</translation>
    </message>
    <message>
        <source>--peer needs a connection: tcp:// or unix:, not udp://.</source>
        <translation>--peer demande une connexion&#xa0;: tcp:// ou unix:, pas udp://.</translation>
    </message>
    <message>
        <source>&lt;broadcast&gt; is an address to send to by udp://.</source>
        <translation>&lt;broadcast&gt; est une adresse à laquelle on envoie par udp://.</translation>
    </message>
    <message>
        <source>There is no service called “%1”. Write the port as a number.</source>
        <translation>Aucun service ne s’appelle «&#xa0;%1&#xa0;». Écrivez le port en chiffres.</translation>
    </message>
    <message>
        <source>“%1” has no port. Write it at the end: localhost:9000.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas de port. Écrivez-le à la fin&#xa0;: localhost:9000.</translation>
    </message>
</context>
<context>
    <name>salon::console::PlainApp</name>
    <message>
        <source>The line was too long and was not sent.</source>
        <translation>La ligne était trop longue et n’a pas été envoyée.</translation>
    </message>
    <message>
        <source>--frame is for streams: a datagram is a message by itself.</source>
        <translation>--frame concerne les flux&#xa0;: un datagramme est déjà un message.</translation>
    </message>
    <message>
        <source>--raw is for pipes and files: bytes of others can do harm in a terminal. Try --hex.</source>
        <translation>--raw est fait pour les tubes et les fichiers&#xa0;: des octets venus d’ailleurs peuvent nuire à un terminal. Essayez --hex.</translation>
    </message>
    <message>
        <source>Connected with %1.</source>
        <translation>Connecté à %1.</translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation>Connecté.</translation>
    </message>
    <message>
        <source>What you type goes to %1.</source>
        <translation>Ce que vous tapez part vers %1.</translation>
    </message>
    <message>
        <source>Waiting on %1.</source>
        <translation>En attente sur %1.</translation>
    </message>
    <message>
        <source>Nobody has written yet, so there is nobody to answer.</source>
        <translation>Personne n’a encore écrit&#xa0;: il n’y a personne à qui répondre.</translation>
    </message>
    <message>
        <source>The line could not be sent.</source>
        <translation>La ligne n’a pas pu être envoyée.</translation>
    </message>
    <message>
        <source>There is no way to %1.</source>
        <translation>Aucun chemin ne mène à %1.</translation>
    </message>
    <message>
        <source>The other side takes nothing more.</source>
        <translation>L’autre côté n’accepte plus rien.</translation>
    </message>
    <message>
        <source>You have said all. What still comes is shown; Ctrl+C ends the program.</source>
        <translation>Vous avez tout dit. Ce qui arrive encore s’affiche&#x202f;; Ctrl+C quitte le programme.</translation>
    </message>
    <message>
        <source>The other side has ended without an answer.</source>
        <translation>L’autre côté a terminé sans répondre.</translation>
    </message>
    <message>
        <source>The other side has closed the connection.</source>
        <translation>L’autre côté a fermé la connexion.</translation>
    </message>
    <message>
        <source>The other side has said all. What you type is still sent; Ctrl+D ends the conversation.</source>
        <translation>L’autre côté a tout dit. Ce que vous tapez est encore envoyé&#x202f;; Ctrl+D termine la conversation.</translation>
    </message>
    <message>
        <source>The other side did not take everything in time.</source>
        <translation>L’autre côté n’a pas tout pris à temps.</translation>
    </message>
    <message>
        <source>No answer came in time.</source>
        <translation>Aucune réponse n’est arrivée à temps.</translation>
    </message>
    <message>
        <source>Nobody came in time.</source>
        <translation>Personne n’est venu à temps.</translation>
    </message>
</context>
<context>
    <name>salon::console::PlainProblem</name>
    <message>
        <source>Nobody listens on %1.</source>
        <translation>Personne n’écoute sur %1.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 ne répond pas.</translation>
    </message>
    <message>
        <source>Another program uses %1 already.</source>
        <translation>Un autre programme utilise déjà %1.</translation>
    </message>
    <message>
        <source>The system does not let you use %1.</source>
        <translation>Le système ne vous laisse pas utiliser %1.</translation>
    </message>
    <message>
        <source>%1 cannot be used on this machine.</source>
        <translation>%1 n’est pas utilisable sur cette machine.</translation>
    </message>
    <message>
        <source>The other side has cut the connection.</source>
        <translation>L’autre côté a coupé la connexion.</translation>
    </message>
    <message>
        <source>The other side announces a frame of %1 bytes; more than %2 are not taken.</source>
        <translation>L’autre côté annonce une trame de %1 octets&#x202f;; plus de %2 ne sont pas acceptés.</translation>
    </message>
    <message>
        <source>The other side has ended in the middle of a frame.</source>
        <translation>L’autre côté a terminé au milieu d’une trame.</translation>
    </message>
    <message>
        <source>One message here holds at most %1 bytes.</source>
        <translation>Un message contient ici %1 octets au plus.</translation>
    </message>
</context>
<context>
    <name>salon::console::PlainScreen</name>
    <message>
        <source>Bytes that are not UTF-8 are shown as \xE9. Does the other program write another encoding? --hex shows all bytes.</source>
        <translation>Les octets qui ne sont pas de l’UTF-8 s’affichent sous la forme \xE9. L’autre programme utilise-t-il un autre codage&#x202f;? --hex montre tous les octets.</translation>
    </message>
</context>
<context>
    <name>salon::console::ReadingCommands</name>
    <message>
        <source>[all]</source>
        <translation>[tout]</translation>
    </message>
    <message>
        <source>Marks everything in the open room as read, or in all rooms.</source>
        <translation>Marque comme lu tout ce qui est dans le salon ouvert, ou dans tous les salons.</translation>
    </message>
    <message>
        <source>number</source>
        <translation>numéro</translation>
    </message>
    <message>
        <source>Marks the open room as unread from this message on, on all your devices.</source>
        <translation>Marque le salon ouvert comme non lu à partir de ce message, sur tous vos appareils.</translation>
    </message>
    <message>
        <source>[room]</source>
        <translation>[salon]</translation>
    </message>
    <message>
        <source>Says why a room counts as unread; without a name, of all of them.</source>
        <translation>Dit pourquoi un salon compte comme non lu&#x202f;; sans nom, pour tous les salons.</translation>
    </message>
    <message>
        <source>room</source>
        <translation>salon</translation>
    </message>
    <message>
        <source>Opens a room without marking anything as read.</source>
        <translation>Ouvre un salon sans rien marquer comme lu.</translation>
    </message>
    <message>
        <source>[nothing|mentions|off] [30m|2h|1d|tomorrow]</source>
        <translation>[rien|mentions|off] [30m|2h|1j|demain]</translation>
    </message>
    <message>
        <source>What of the open room calls you, on all your devices: nothing, mentions of you, or (off) everything.</source>
        <translation>Ce qui vous appelle dans le salon ouvert, sur tous vos appareils&#xa0;: rien, les mentions de vous, ou (off) tout.</translation>
    </message>
    <message>
        <source>number|on|off</source>
        <translation>numéro|on|off</translation>
    </message>
    <message>
        <source>Shows who has seen a message; on and off say whether others see how far you have read.</source>
        <translation>Montre qui a vu un message&#x202f;; on et off disent si les autres voient jusqu’où vous avez lu.</translation>
    </message>
    <message>
        <source>This server is older than that, and does not know it.</source>
        <translation>Ce serveur est plus ancien et ne connaît pas cela.</translation>
    </message>
    <message>
        <source>Everything is marked as read.</source>
        <translation>Tout est marqué comme lu.</translation>
    </message>
    <message>
        <source>Message #%1 is not read yet.</source>
        <translation>Le message #%1 n’est pas encore lu.</translation>
    </message>
    <message>
        <source>Unread from #%1 on, until you open the room again or type /read.</source>
        <translation>Non lu à partir de #%1, jusqu’à ce que vous rouvriez le salon ou tapiez /read.</translation>
    </message>
    <message>
        <source>You are in no room “%1”.</source>
        <translation>Vous n’êtes dans aucun salon «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>No room is unread.</source>
        <translation>Aucun salon n’est non lu.</translation>
    </message>
    <message>
        <source>%1 is not unread.</source>
        <translation>%1 n’a rien de non lu.</translation>
    </message>
    <message numerus="yes">
        <source>%n unread message(s).</source>
        <translation>
            <numerusform>%n message non lu.</numerusform>
            <numerusform>%n messages non lus.</numerusform>
        </translation>
    </message>
    <message>
        <source>You marked it as unread from here on:</source>
        <translation>Vous l’avez marqué comme non lu à partir d’ici&#xa0;:</translation>
    </message>
    <message>
        <source>You have read up to #%1; the first one after it:</source>
        <translation>Vous avez lu jusqu’à #%1&#x202f;; le premier qui suit&#xa0;:</translation>
    </message>
    <message>
        <source>One of them mentions you.</source>
        <translation>L’un d’eux vous mentionne.</translation>
    </message>
    <message>
        <source>You are in no room “%1”. /join opens it first.</source>
        <translation>Vous n’êtes dans aucun salon «&#xa0;%1&#xa0;». Ouvrez-le d’abord avec /join.</translation>
    </message>
    <message>
        <source>Everything in this room calls you again.</source>
        <translation>Tout ce qui arrive dans ce salon vous appelle de nouveau.</translation>
    </message>
    <message>
        <source>Until %1.</source>
        <translation>Jusqu’au %1.</translation>
    </message>
    <message>
        <source>Only mentions of you call you from this room now, on all your devices: /mute off changes it back.</source>
        <translation>Seules les mentions de vous vous appellent désormais dans ce salon, sur tous vos appareils&#xa0;: /mute off revient en arrière.</translation>
    </message>
    <message>
        <source>Nothing in this room calls you now, on all your devices: /mute off changes it back.</source>
        <translation>Plus rien dans ce salon ne vous appelle, sur tous vos appareils&#xa0;: /mute off revient en arrière.</translation>
    </message>
    <message>
        <source>Others are not shown how far you have read, nor you how far they have.</source>
        <translation>Les autres ne voient pas jusqu’où vous avez lu, et vous ne voyez pas jusqu’où ils ont lu.</translation>
    </message>
    <message>
        <source>In small rooms others see how far you have read, and you see them.</source>
        <translation>Dans les petits salons, les autres voient jusqu’où vous avez lu, et vous le voyez pour eux.</translation>
    </message>
    <message>
        <source>You show nobody how far you have read, so you are not shown either: /seen on changes it.</source>
        <translation>Vous ne montrez à personne jusqu’où vous avez lu, donc on ne vous le montre pas non plus&#xa0;: /seen on le change.</translation>
    </message>
    <message>
        <source>In this room nobody is told who has seen what.</source>
        <translation>Dans ce salon, personne n’apprend qui a vu quoi.</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>quelqu’un</translation>
    </message>
    <message>
        <source>Nobody else has seen #%1 yet, as far as they show it.</source>
        <translation>Personne d’autre n’a encore vu #%1, pour autant qu’on le montre.</translation>
    </message>
    <message>
        <source>#%1 was seen by %2</source>
        <translation>#%1 a été vu par %2</translation>
    </message>
    <message>
        <source>%1: you marked it as unread.</source>
        <translation>%1&#xa0;: vous l’avez marqué comme non lu.</translation>
    </message>
    <message>
        <source>[on|off]</source>
        <translation>[on|off]</translation>
    </message>
    <message>
        <source>Says whether others see when you are typing, or changes it.</source>
        <translation>Dit si les autres voient que vous écrivez, ou le change.</translation>
    </message>
    <message>
        <source>Others see when you are typing.</source>
        <translation>Les autres voient quand vous écrivez.</translation>
    </message>
    <message>
        <source>Others do not see when you are typing.</source>
        <translation>Les autres ne voient pas quand vous écrivez.</translation>
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
    <message>
        <source>You are only looking: nothing is marked as read. /read marks it.</source>
        <translation>Vous regardez seulement&#xa0;: rien n’est marqué comme lu. /read le marque.</translation>
    </message>
    <message>
        <source>End of what stands in the other room</source>
        <translation>Fin de l’extrait de l’autre salon</translation>
    </message>
    <message>
        <source>only looking</source>
        <translation>sans marquer comme lu</translation>
    </message>
</context>
<context>
    <name>salon::console::RulesCommands</name>
    <message>
        <source>[rule value]</source>
        <translation>[règle valeur]</translation>
    </message>
    <message>
        <source>Shows the rules of the open room, or sets one: posting everyone|moderators, files everyone|moderators|nobody, markdown on|off, history all|joining|nothing, keep days|forever, slow seconds|off, seen on|off, typing on|off.</source>
        <translation>Affiche les règles du salon ouvert, ou en fixe une&#xa0;: écrire tous|modérateurs, fichiers tous|modérateurs|personne, markdown oui|non, historique tout|arrivée|rien, garder jours|toujours, lent secondes|non, vu oui|non, frappe oui|non.</translation>
    </message>
    <message>
        <source>This room has no rules of its own: everyone writes and sends files, newcomers read everything, and nothing is removed by itself.</source>
        <translation>Ce salon n’a pas de règles particulières&#xa0;: chacun écrit et envoie des fichiers, les nouveaux lisent tout, et rien n’est effacé de lui-même.</translation>
    </message>
    <message>
        <source>You may change them: /help rules says how.</source>
        <translation>Vous pouvez les changer&#xa0;: /help rules dit comment.</translation>
    </message>
    <message>
        <source>This server is older than that: its rooms have no rules.</source>
        <translation>Ce serveur est plus ancien&#xa0;: ses salons n’ont pas de règles.</translation>
    </message>
    <message>
        <source>That is no rule. /help rules says which there are.</source>
        <translation>Cette règle n’existe pas. /help rules dit lesquelles il y a.</translation>
    </message>
    <message>
        <source>Only who made the room, and moderators, set its rules.</source>
        <translation>Seuls la personne qui a créé le salon et les modérateurs fixent ses règles.</translation>
    </message>
</context>
<context>
    <name>salon::console::Screen</name>
    <message>
        <source>Nothing was pasted; the line is as it was.</source>
        <translation>Rien n’a été collé&#x202f;; la ligne est restée telle quelle.</translation>
    </message>
</context>
<context>
    <name>salon::console::SearchCommands</name>
    <message>
        <source>words</source>
        <translation>mots</translation>
    </message>
    <message>
        <source>Finds messages in all rooms; also from:marie in:general before:2026-03-01 after: has:file|image|link.</source>
        <translation>Cherche des messages dans tous les salons&#x202f;; aussi de:marie dans:général avant:2026-03-01 après:2026-01-01 a:fichier|image|lien.</translation>
    </message>
    <message>
        <source>number</source>
        <translation>numéro</translation>
    </message>
    <message>
        <source>Shows a message that /search found where it stands; #57 is a message of the open room.</source>
        <translation>Montre à sa place un message trouvé par /search&#x202f;; #57 est un message du salon ouvert.</translation>
    </message>
    <message>
        <source>day</source>
        <translation>jour</translation>
    </message>
    <message>
        <source>Shows the open room from a day on: /date 2026-03-01.</source>
        <translation>Montre le salon ouvert à partir d’un jour&#xa0;: /date 2026-03-01.</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Rien n’a été trouvé.</translation>
    </message>
    <message numerus="yes">
        <source>These are the newest %n message(s); there are more: search for more words, or before: a day.</source>
        <translation>
            <numerusform>Voici le message le plus récent&#x202f;; il y en a d’autres&#xa0;: cherchez plus de mots, ou avant:2026-03-01.</numerusform>
            <numerusform>Voici les %n messages les plus récents&#x202f;; il y en a d’autres&#xa0;: cherchez plus de mots, ou avant:2026-03-01.</numerusform>
        </translation>
    </message>
    <message>
        <source>/open 1 shows the first where it stands.</source>
        <translation>/open 1 montre le premier à sa place.</translation>
    </message>
    <message>
        <source>Nothing was searched for yet. /search finds messages.</source>
        <translation>Aucune recherche n’a encore été faite. /search trouve des messages.</translation>
    </message>
    <message>
        <source>The last search found no number %1.</source>
        <translation>La dernière recherche n’a pas de numéro %1.</translation>
    </message>
    <message>
        <source>“%1” is no day. Give it as 2026-03-01.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un jour. Donnez-le ainsi&#xa0;: 2026-03-01.</translation>
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
        <translation>Nom d’utilisateur&#xa0;:</translation>
    </message>
    <message>
        <source>Another username:</source>
        <translation>Autre nom d’utilisateur&#xa0;:</translation>
    </message>
</context>
<context>
    <name>salon::console::Transfers</name>
    <message>
        <source>Sending: %1</source>
        <translation>Envoi&#xa0;: %1</translation>
    </message>
    <message>
        <source>Sent: %1</source>
        <translation>Envoyé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Fetching: %1</source>
        <translation>Réception&#xa0;: %1</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Enregistré&#xa0;: %1</translation>
    </message>
    <message>
        <source>Too late: %1 may be in the room already.</source>
        <translation>Trop tard&#xa0;: %1 est peut-être déjà dans le salon.</translation>
    </message>
</context>
</TS>
