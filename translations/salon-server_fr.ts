<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>CommandLineText</name>
    <message>
        <source>ADDRESS:PORT</source>
        <translation>ADRESSE:PORT</translation>
    </message>
    <message>
        <source>Listen here with TLS; may be repeated. &quot;*&quot; is every address, port 0 picks a free one. Also unix:PATH and plain+ADDRESS:PORT. Default: *:7256.</source>
        <translation>Écouter ici avec TLS&#x202f;; peut être répété. «&#xa0;*&#xa0;» désigne toutes les adresses, le port 0 un port libre. Aussi unix:CHEMIN et plain+ADRESSE:PORT. Par défaut&#xa0;: *:7256.</translation>
    </message>
    <message>
        <source>Listen here without TLS, on this machine only; may be repeated.</source>
        <translation>Écouter ici sans TLS, sur cette machine seulement&#x202f;; peut être répété.</translation>
    </message>
    <message>
        <source>Allow listeners without TLS beyond this machine: everybody on the way can read everything.</source>
        <translation>Permettre d’écouter sans TLS au-delà de cette machine&#xa0;: tout le monde sur le trajet pourra tout lire.</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>DOSSIER</translation>
    </message>
    <message>
        <source>Folder of the database and keys.</source>
        <translation>Dossier de la base de données et des clés.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>FICHIER</translation>
    </message>
    <message>
        <source>Configuration file. Default: salon-server.toml in the data folder.</source>
        <translation>Fichier de configuration. Par défaut&#xa0;: salon-server.toml dans le dossier de données.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NOM</translation>
    </message>
    <message>
        <source>Name of the server that people see.</source>
        <translation>Nom du serveur, tel que tout le monde le voit.</translation>
    </message>
    <message>
        <source>Language of this console. Default: the system&apos;s.</source>
        <translation>Langue de cette console. Par défaut&#xa0;: celle du système.</translation>
    </message>
    <message>
        <source>Who may make an account. Default: invitation.</source>
        <translation>Qui peut créer un compte&#xa0;: sur invitation, tout le monde ou personne. Par défaut&#xa0;: invitation.</translation>
    </message>
    <message>
        <source>HOST[:PORT]</source>
        <translation>HÔTE[:PORT]</translation>
    </message>
    <message>
        <source>Address written into join links. Default: found out.</source>
        <translation>Adresse inscrite dans les liens d’invitation. Par défaut&#xa0;: trouvée automatiquement.</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation>NOMBRE</translation>
    </message>
    <message>
        <source>Connections that may wait to be accepted. Default: 1024.</source>
        <translation>Connexions pouvant attendre d’être acceptées. Par défaut&#xa0;: 1024.</translation>
    </message>
    <message>
        <source>Threads for connections. Default: one per processor core.</source>
        <translation>Fils d’exécution pour les connexions. Par défaut&#xa0;: un par cœur du processeur.</translation>
    </message>
    <message>
        <source>Log as text or as one JSON object per line. Default: text.</source>
        <translation>Journal en texte ou en un objet JSON par ligne. Par défaut&#xa0;: text.</translation>
    </message>
    <message>
        <source>Try --help.</source>
        <translation>Essayez --help.</translation>
    </message>
    <message>
        <source>There is no option “%1”.</source>
        <translation>L’option «&#xa0;%1&#xa0;» n’existe pas.</translation>
    </message>
    <message>
        <source>The option --%1 takes no value.</source>
        <translation>L’option --%1 ne prend pas de valeur.</translation>
    </message>
    <message>
        <source>The option --%1 needs a value.</source>
        <translation>L’option --%1 demande une valeur.</translation>
    </message>
    <message>
        <source>“%1” is neither an option nor a command.</source>
        <translation>«&#xa0;%1&#xa0;» n’est ni une option ni une commande.</translation>
    </message>
    <message>
        <source>Usage: salon-server [options]
       salon-server check-config [options]

Runs a Salon server. Without options it listens on every address, port 7256,
and keeps its data in a folder of its own.

Options:
</source>
        <translation>Utilisation&#xa0;: salon-server [options]
              salon-server check-config [options]

Fait tourner un serveur Salon. Sans option, il écoute sur toutes les adresses,
port 7256, et garde ses données dans un dossier à lui.

Options&#xa0;:
</translation>
    </message>
    <message>
        <source>Show this text.</source>
        <translation>Afficher ce texte.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Afficher la version.</translation>
    </message>
    <message>
        <source>
Every setting can also be given in the configuration file or as an environment
variable (SALON_NAME, SALON_LIMITS_MESSAGE_BURST…). Options win over variables,
variables over the file. While it runs, type /help for the operator&apos;s commands.

Exit codes: 0 stopped as asked, 2 bad option or configuration, 3 cannot listen,
4 data folder unusable, 5 database damaged, 6 already running, 7 Qt plugin
missing, 8 certificate unusable, 1 anything else.
</source>
        <translation>
Chaque réglage peut aussi être donné dans le fichier de configuration ou par une
variable d’environnement (SALON_NAME, SALON_LIMITS_MESSAGE_BURST…). Les options
l’emportent sur les variables, les variables sur le fichier. Pendant que le
serveur tourne, tapez /help pour voir ses commandes.

Codes de sortie&#xa0;: 0 arrêt demandé, 2 option ou configuration incorrecte,
3 écoute impossible, 4 dossier de données inutilisable, 5 base de données
endommagée, 6 serveur déjà lancé, 7 greffon de Qt manquant, 8 certificat
inutilisable, 1 toute autre cause.
</translation>
    </message>
    <message>
        <source>Let netcat, telnet and sockets of any language into the first room, without password and without encryption. A port alone: from this machine only.</source>
        <translation>Laisse entrer netcat, telnet et les sockets de tout langage dans le premier salon, sans mot de passe ni chiffrement. Un port seul&#xa0;: depuis cette machine seulement.</translation>
    </message>
    <message>
        <source>Run the exercises of a course about sockets, each on its usual port, from this machine only: presence 63000, hello 12345, dialogue 63001, udp 3000, netcat 3000, multichat 9090, transfer 63002.</source>
        <translation>Mettre en marche les exercices d’un cours sur les sockets, chacun sur son port habituel, pour cette machine seulement&#xa0;: presence 63000, hello 12345, dialogue 63001, udp 3000, netcat 3000, multichat 9090, transfer 63002.</translation>
    </message>
    <message>
        <source>NAME=PORT</source>
        <translation>NOM=PORT</translation>
    </message>
    <message>
        <source>Another port for one of the exercises; may be repeated. Port 0 picks a free one.</source>
        <translation>Un autre port pour l’un des exercices&#x202f;; peut être répété. Le port 0 en choisit un libre.</translation>
    </message>
    <message>
        <source>HOST</source>
        <translation>HÔTE</translation>
    </message>
    <message>
        <source>Address on which the exercises listen; &quot;*&quot; is every address. Whoever reaches it takes part, without password and without encryption. Default: 127.0.0.1.</source>
        <translation>Adresse sur laquelle les exercices écoutent&#x202f;; «&#xa0;*&#xa0;» désigne toutes les adresses. Quiconque y accède participe, sans mot de passe ni chiffrement. Par défaut&#xa0;: 127.0.0.1.</translation>
    </message>
    <message>
        <source>The option --%1 does nothing without --classroom.</source>
        <translation>L’option --%1 ne sert à rien sans --classroom.</translation>
    </message>
    <message>
        <source>Ask three questions at most, write the configuration file, and end. Without a terminal nothing is asked.</source>
        <translation>Poser trois questions au plus, écrire le fichier de configuration et s’arrêter. Sans terminal, rien n’est demandé.</translation>
    </message>
    <message>
        <source>Say whether the server of the data folder answers, and end: exit code 0 when it does, else 1.</source>
        <translation>Dire si le serveur du dossier de données répond, et s’arrêter&#xa0;: code de retour 0 si oui, sinon 1.</translation>
    </message>
    <message>
        <source>Run as a service of Windows; for its service manager. The data is then in %ProgramData%\Salon.</source>
        <translation>Tourner en tant que service de Windows&#xa0;; pour son gestionnaire de services. Les données sont alors dans %ProgramData%\Salon.</translation>
    </message>
</context>
<context>
    <name>ConfigEditText</name>
    <message>
        <source>The file is written in a way that cannot be changed here; change it by hand.</source>
        <translation>Ce fichier est écrit d’une façon qui ne peut pas être modifiée ici&#x202f;; modifiez-le à la main.</translation>
    </message>
</context>
<context>
    <name>ConfigFileText</name>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, ligne %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>There is no setting named “%1”.</source>
        <translation>Aucun réglage ne s’appelle «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>%1 must be a list of texts.</source>
        <translation>%1 doit être une liste de textes.</translation>
    </message>
    <message>
        <source>The value of %1 has the wrong type.</source>
        <translation>La valeur de %1 n’est pas du bon type.</translation>
    </message>
    <message>
        <source>This is not valid TOML (%1).</source>
        <translation>Ce n’est pas du TOML valide (%1).</translation>
    </message>
    <message>
        <source>The configuration file %1 cannot be read: %2.</source>
        <translation>Le fichier de configuration %1 ne peut pas être lu&#xa0;: %2.</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>il est trop gros</translation>
    </message>
</context>
<context>
    <name>ConfigText</name>
    <message>
        <source>“%1” is not a value of %2; allowed: %3.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une valeur de %2&#x202f;; valeurs permises&#xa0;: %3.</translation>
    </message>
    <message>
        <source>The server&apos;s name must have 1 to 64 characters.</source>
        <translation>Le nom du serveur doit avoir de 1 à 64 caractères.</translation>
    </message>
    <message>
        <source>“%1” is not a value of %2; it is a whole number from %3 to %4.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une valeur de %2&#x202f;; il faut un nombre entier de %3 à %4.</translation>
    </message>
    <message>
        <source>“%1” is not a value of %2; it is true or false.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une valeur de %2&#x202f;; il faut true ou false.</translation>
    </message>
    <message>
        <source>There is no setting named “%1”.</source>
        <translation>Aucun réglage ne s’appelle «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Environment variable %1: %2</source>
        <translation>Variable d’environnement %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>The server listens nowhere: “listen” is empty.</source>
        <translation>Le serveur n’écoute nulle part&#xa0;: «&#xa0;listen&#xa0;» est vide.</translation>
    </message>
    <message>
        <source>tls.certificate and tls.key must be given together.</source>
        <translation>tls.certificate et tls.key doivent être donnés ensemble.</translation>
    </message>
    <message>
        <source>limits.send_queue_hard must be at least twice limits.send_queue_soft.</source>
        <translation>limits.send_queue_hard doit valoir au moins le double de limits.send_queue_soft.</translation>
    </message>
    <message>
        <source>limits.drop_after_seconds must be more than limits.ping_after_seconds.</source>
        <translation>limits.drop_after_seconds doit être supérieur à limits.ping_after_seconds.</translation>
    </message>
    <message>
        <source>limits.message_bytes_burst must let one message through: 0, or at least %1.</source>
        <translation>limits.message_bytes_burst doit laisser passer un message&#xa0;: 0, ou au moins %1.</translation>
    </message>
    <message>
        <source>listener.classroom.address is empty; it is a host, without port.</source>
        <translation>listener.classroom.address est vide&#x202f;; c’est un hôte, sans port.</translation>
    </message>
    <message>
        <source>“%1” is not the port of an exercise; it is NAME=PORT, with one of the names %2.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas le port d’un exercice&#x202f;; c’est NOM=PORT, avec l’un des noms %2.</translation>
    </message>
    <message>
        <source>files.daily_megabytes must let one file through: 0, or at least file_megabytes.</source>
        <translation>files.daily_megabytes doit laisser passer un fichier&#xa0;: 0, ou au moins file_megabytes.</translation>
    </message>
</context>
<context>
    <name>HealthText</name>
    <message>
        <source>nothing listens there</source>
        <translation>rien n’y écoute</translation>
    </message>
    <message>
        <source>another server, with another key, is there</source>
        <translation>un autre serveur, avec une autre clé, s’y trouve</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message numerus="yes">
        <source>Import: %n line(s) looked at. Nothing is written yet.</source>
        <translation>
            <numerusform>Import&#xa0;: %n ligne vérifiée. Rien n’est encore écrit.</numerusform>
            <numerusform>Import&#xa0;: %n lignes vérifiées. Rien n’est encore écrit.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import: %1 of %2 lines.</source>
        <extracomment>two numbers</extracomment>
        <translation>Import&#xa0;: %1 lignes sur %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) were added before. Repeating the command goes on with the rest.</source>
        <translation>
            <numerusform>%n message avait déjà été ajouté. Répéter la commande continue avec la suite.</numerusform>
            <numerusform>%n messages avaient déjà été ajoutés. Répéter la commande continue avec la suite.</numerusform>
        </translation>
    </message>
    <message>
        <source>No message was added.</source>
        <translation>Aucun message n’a été ajouté.</translation>
    </message>
    <message numerus="yes">
        <source>Import into “%1” is done: %n message(s) added.</source>
        <translation>
            <numerusform>L’import dans «&#xa0;%1&#xa0;» est terminé&#xa0;: %n message ajouté.</numerusform>
            <numerusform>L’import dans «&#xa0;%1&#xa0;» est terminé&#xa0;: %n messages ajoutés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) were there already.</source>
        <translation>
            <numerusform>%n message y était déjà.</numerusform>
            <numerusform>%n messages y étaient déjà.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are no messages and were left out.</source>
        <translation>
            <numerusform>%n ligne n’est pas un message et a été laissée de côté.</numerusform>
            <numerusform>%n lignes ne sont pas des messages et ont été laissées de côté.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are not in the export and were left out.</source>
        <translation>
            <numerusform>%n fichier ne se trouve pas dans l’export et a été laissé de côté.</numerusform>
            <numerusform>%n fichiers ne se trouvent pas dans l’export et ont été laissés de côté.</numerusform>
        </translation>
    </message>
    <message>
        <source>The import ended at line %1: %2.</source>
        <translation>L’import s’est arrêté à la ligne %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>The import ended: %1.</source>
        <translation>L’import s’est arrêté&#xa0;: %1.</translation>
    </message>
    <message>
        <source>another one is still running</source>
        <translation>un autre est encore en cours</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>impossible de lire %1</translation>
    </message>
    <message>
        <source>this is not the export of a room</source>
        <translation>ce n’est pas l’export d’un salon</translation>
    </message>
    <message>
        <source>this export was made by a newer version of Salon</source>
        <translation>cet export a été fait par une version plus récente de Salon</translation>
    </message>
    <message>
        <source>the line is too long</source>
        <translation>la ligne est trop longue</translation>
    </message>
    <message>
        <source>this is not a JSON object</source>
        <translation>ce n’est pas un objet JSON</translation>
    </message>
    <message>
        <source>“%1” is missing or not as it should be</source>
        <translation>«&#xa0;%1&#xa0;» manque ou n’est pas comme il faut</translation>
    </message>
    <message>
        <source>“seq” is not higher than in the line before</source>
        <translation>«&#xa0;seq&#xa0;» n’est pas plus grand qu’à la ligne précédente</translation>
    </message>
    <message>
        <source>“%1” is not a place in the folder “files”</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un emplacement dans le dossier «&#xa0;files&#xa0;»</translation>
    </message>
    <message>
        <source>the file %1 is missing or cannot be read</source>
        <translation>le fichier %1 manque ou ne peut pas être lu</translation>
    </message>
    <message>
        <source>the file %1 is not the one that was exported</source>
        <translation>le fichier %1 n’est pas celui qui a été exporté</translation>
    </message>
    <message>
        <source>the export has files, and this server takes none</source>
        <translation>l’export contient des fichiers, et ce serveur n’en accepte pas</translation>
    </message>
    <message>
        <source>there is no message in it</source>
        <translation>il ne contient aucun message</translation>
    </message>
    <message>
        <source>the export was changed meanwhile</source>
        <translation>l’export a été modifié entre-temps</translation>
    </message>
    <message>
        <source>somebody has the username “%1”, which imports need</source>
        <translation>quelqu’un porte l’identifiant «&#xa0;%1&#xa0;», dont l’import a besoin</translation>
    </message>
    <message>
        <source>the room&apos;s name is not allowed; name another one behind the folder</source>
        <translation>ce nom de salon n’est pas autorisé&#x202f;; indiquez-en un autre après le dossier</translation>
    </message>
</context>
<context>
    <name>OperatorLogText</name>
    <message numerus="yes">
        <source>%n line(s) were lost here: nobody read this output.</source>
        <extracomment>for the operator; %n is how many lines</extracomment>
        <translation>
            <numerusform>%n ligne a été perdue ici&#xa0;: personne ne lisait cette sortie.</numerusform>
            <numerusform>%n lignes ont été perdues ici&#xa0;: personne ne lisait cette sortie.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OperatorWords</name>
    <message>
        <source>guest</source>
        <translation>invité</translation>
    </message>
    <message>
        <source>member</source>
        <translation>membre</translation>
    </message>
    <message>
        <source>bot</source>
        <translation>robot</translation>
    </message>
    <message>
        <source>moderator</source>
        <translation>modérateur</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>administrateur</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>propriétaire</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>hors ligne</translation>
    </message>
    <message>
        <source>online</source>
        <translation>en ligne</translation>
    </message>
    <message>
        <source>away</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>occupé</translation>
    </message>
    <message>
        <source>public</source>
        <translation>public</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privé</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>direct</translation>
    </message>
    <message>
        <source>it does not speak Salon&apos;s protocol</source>
        <translation>ce programme ne parle pas le protocole de Salon</translation>
    </message>
    <message>
        <source>its version is not supported</source>
        <translation>sa version n’est pas prise en charge</translation>
    </message>
    <message>
        <source>too many requests</source>
        <translation>trop de requêtes</translation>
    </message>
    <message>
        <source>too many connections</source>
        <translation>trop de connexions</translation>
    </message>
    <message>
        <source>it did not answer in time</source>
        <translation>pas de réponse à temps</translation>
    </message>
    <message>
        <source>wrong name or password</source>
        <translation>identifiant ou mot de passe incorrect</translation>
    </message>
    <message>
        <source>the name is taken</source>
        <translation>l’identifiant est déjà pris</translation>
    </message>
    <message>
        <source>the name looks like another one</source>
        <translation>le nom ressemble trop à un autre</translation>
    </message>
    <message>
        <source>the name is not allowed</source>
        <translation>le nom n’est pas permis</translation>
    </message>
    <message>
        <source>the password has not the right length</source>
        <translation>le mot de passe n’a pas la bonne longueur</translation>
    </message>
    <message>
        <source>registration is closed</source>
        <translation>les inscriptions sont fermées</translation>
    </message>
    <message>
        <source>an invitation is needed</source>
        <translation>il faut une invitation</translation>
    </message>
    <message>
        <source>the invitation is unknown</source>
        <translation>l’invitation est inconnue</translation>
    </message>
    <message>
        <source>the invitation has expired</source>
        <translation>l’invitation a expiré</translation>
    </message>
    <message>
        <source>the owner code is wrong</source>
        <translation>le code de propriétaire est faux</translation>
    </message>
    <message>
        <source>the device is unknown</source>
        <translation>l’appareil est inconnu</translation>
    </message>
    <message>
        <source>the device&apos;s proof is invalid</source>
        <translation>la preuve de l’appareil n’est pas valable</translation>
    </message>
    <message>
        <source>too many attempts</source>
        <translation>trop de tentatives</translation>
    </message>
    <message>
        <source>the account has too many devices</source>
        <translation>le compte a trop d’appareils</translation>
    </message>
    <message>
        <source>the account is blocked</source>
        <translation>le compte est bloqué</translation>
    </message>
    <message>
        <source>there is no such account</source>
        <translation>ce compte n’existe pas</translation>
    </message>
    <message>
        <source>there is no text</source>
        <translation>il n’y a pas de texte</translation>
    </message>
    <message>
        <source>the text is too long</source>
        <translation>le texte est trop long</translation>
    </message>
    <message>
        <source>the text is not valid</source>
        <translation>le texte n’est pas valable</translation>
    </message>
    <message>
        <source>the server is busy</source>
        <translation>le serveur est occupé</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>le disque est plein</translation>
    </message>
    <message>
        <source>the data cannot be written</source>
        <translation>les données ne peuvent pas être écrites</translation>
    </message>
    <message>
        <source>the server is stopping</source>
        <translation>le serveur s’arrête</translation>
    </message>
    <message>
        <source>the connection was closed by the other side</source>
        <translation>connexion fermée par l’autre côté</translation>
    </message>
    <message>
        <source>no secure connection came about</source>
        <translation>aucune connexion sûre n’a pu être établie</translation>
    </message>
    <message>
        <source>closed by the server</source>
        <translation>connexion fermée par le serveur</translation>
    </message>
</context>
<context>
    <name>ProgramText</name>
    <message>
        <source>That line was too long and was not read.</source>
        <translation>Cette ligne était trop longue et n’a pas été lue.</translation>
    </message>
    <message>
        <source>The configuration is right.</source>
        <translation>La configuration est correcte.</translation>
    </message>
    <message>
        <source>The data folder %1 cannot be used: %2.</source>
        <translation>Le dossier de données %1 ne peut pas être utilisé&#xa0;: %2.</translation>
    </message>
</context>
<context>
    <name>SetupText</name>
    <message>
        <source>A name has no control characters.</source>
        <translation>Un nom ne contient pas de caractères de contrôle.</translation>
    </message>
    <message>
        <source>Three questions; Enter takes what stands in [brackets].</source>
        <translation>Trois questions&#x202f;; Entrée garde ce qui est entre [crochets].</translation>
    </message>
    <message>
        <source>Name of the server, as people see it [%1]: </source>
        <translation>Nom du serveur, tel que tout le monde le voit [%1]&#xa0;: </translation>
    </message>
    <message>
        <source>Who may reach it?
  1  only this computer
  2  the local network
  3  everyone, also from the Internet
A port may follow (2 8000), and behind 3 the name by which the server is reached from outside
(3 chat.example.org:8000). Without one it is port %1.</source>
        <translation>Qui peut y accéder&#x202f;?
  1  seulement cet ordinateur
  2  le réseau local
  3  tout le monde, y compris depuis Internet
Un port peut suivre (2 8000), et après 3 le nom par lequel on atteint le serveur de l’extérieur
(3 chat.example.org:8000). Sans cela, c’est le port %1.</translation>
    </message>
    <message>
        <source>Answer [%1]: </source>
        <translation>Réponse [%1]&#xa0;: </translation>
    </message>
    <message>
        <source>Type 1, 2 or 3, and behind it a port from 1 to 65535 if it is another one.</source>
        <translation>Tapez 1, 2 ou 3, suivi d’un port de 1 à 65535 si c’en est un autre.</translation>
    </message>
    <message>
        <source>Who may make an account?
  1  people with an invitation
  2  everybody who reaches the server
  3  nobody any more</source>
        <translation>Qui peut créer un compte&#x202f;?
  1  les personnes invitées
  2  toute personne qui accède au serveur
  3  plus personne</translation>
    </message>
    <message>
        <source>Type 1, 2 or 3.</source>
        <translation>Tapez 1, 2 ou 3.</translation>
    </message>
    <message>
        <source>%1 is there already; what is not asked here stays in it.</source>
        <translation>%1 existe déjà&#x202f;; ce qui n’est pas demandé ici y reste.</translation>
    </message>
    <message>
        <source>The setup was stopped; nothing was written.</source>
        <translation>La configuration a été interrompue&#x202f;; rien n’a été écrit.</translation>
    </message>
    <message>
        <source>%1 is right as it is; nothing was changed.</source>
        <translation>%1 convient tel quel&#x202f;; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>%1 is there already and says something else; nothing was changed.</source>
        <translation>%1 existe déjà et dit autre chose&#x202f;; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 ne peut pas être écrit&#xa0;: %2.</translation>
    </message>
    <message>
        <source>The configuration before this one is kept as %1.</source>
        <translation>La configuration précédente est conservée&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The configuration is in %1.</source>
        <translation>La configuration se trouve dans %1.</translation>
    </message>
    <message>
        <source>If there is a firewall, let TCP port %1 through it, and UDP port %2 so that people nearby find the server.</source>
        <translation>S’il y a un pare-feu, ouvrez-y le port TCP %1, et le port UDP %2 pour que les personnes à proximité trouvent le serveur.</translation>
    </message>
    <message>
        <source>If there is a router, let it forward TCP port %1 to this computer.</source>
        <translation>S’il y a une box ou un routeur, faites-lui transmettre le port TCP %1 à cet ordinateur.</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Ensuite&#xa0;: %1</translation>
    </message>
    <message>
        <source>At its first start the server shows a join link; whoever opens it first owns the server.</source>
        <translation>Au premier démarrage, le serveur affiche un lien d’invitation&#x202f;; la première personne qui l’ouvre devient propriétaire du serveur.</translation>
    </message>
</context>
<context>
    <name>WindowsServiceText</name>
    <message>
        <source>Join link: %1</source>
        <translation>Lien d’invitation&#xa0;: %1</translation>
    </message>
    <message>
        <source>This server has an owner. New people need an invitation, which the owner makes.</source>
        <translation>Ce serveur a un propriétaire. Pour s’inscrire, il faut une invitation, que le propriétaire crée.</translation>
    </message>
    <message>
        <source>The join link is in %1, which administrators can read.</source>
        <translation>Le lien d’invitation est dans %1, que les administrateurs peuvent lire.</translation>
    </message>
    <message>
        <source>The join link could not be written to %1.</source>
        <translation>Le lien d’invitation n’a pas pu être écrit dans %1.</translation>
    </message>
    <message>
        <source>Owner code: %1</source>
        <translation>Code de propriétaire&#xa0;: %1</translation>
    </message>
    <message>
        <source>Whoever joins with it first owns the server. The link above carries it: keep it for yourself.</source>
        <translation>La première personne qui s’inscrit avec ce code devient propriétaire du serveur. Le lien ci-dessus le contient&#xa0;: gardez-le pour vous.</translation>
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
    <name>salon::server::Classroom</name>
    <message>
        <source>Classroom</source>
        <extracomment>Name of the account through which the clients of exercises speak
----------
Name of the room in which a teacher watches the exercises</extracomment>
        <translation>Salle de classe</translation>
    </message>
    <message>
        <source>guest-%1</source>
        <extracomment>Name of somebody who connected to an exercise of the classroom, with a number; one word</extracomment>
        <translation>invité-%1</translation>
    </message>
    <message>
        <source>The classroom is shown in the room “%1”</source>
        <translation>La salle de classe se voit dans le salon «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>The classroom is closed: %1.</source>
        <translation>La salle de classe est fermée&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The address %1 is already in use: the exercise “%2” cannot listen there. Choose another port with --classroom-port %2=PORT.</source>
        <translation>L’adresse %1 est déjà utilisée&#xa0;: l’exercice «&#xa0;%2&#xa0;» ne peut pas y écouter. Choisissez un autre port avec --classroom-port %2=PORT.</translation>
    </message>
    <message>
        <source>This user may not listen on %1 (exercise “%2”). Choose another port with --classroom-port %2=PORT.</source>
        <translation>Cet utilisateur n’a pas le droit d’écouter sur %1 (exercice «&#xa0;%2&#xa0;»). Choisissez un autre port avec --classroom-port %2=PORT.</translation>
    </message>
    <message>
        <source>The host name in %1 is unknown.</source>
        <translation>Le nom d’hôte dans %1 est inconnu.</translation>
    </message>
    <message>
        <source>The exercise “%1” cannot listen on %2 (%3).</source>
        <translation>L’exercice «&#xa0;%1&#xa0;» ne peut pas écouter sur %2 (%3).</translation>
    </message>
    <message>
        <source>Classroom: “%1” listening on %2 (UDP)</source>
        <translation>Salle de classe&#xa0;: «&#xa0;%1&#xa0;» écoute sur %2 (UDP)</translation>
    </message>
    <message>
        <source>Classroom: “%1” listening on %2 (TCP)</source>
        <translation>Salle de classe&#xa0;: «&#xa0;%1&#xa0;» écoute sur %2 (TCP)</translation>
    </message>
    <message>
        <source>WARNING: the classroom listens on %1: whoever reaches it takes part and writes in its room, without password and without encryption.</source>
        <extracomment>An address, or * for every address</extracomment>
        <translation>ATTENTION&#xa0;: la salle de classe écoute sur %1&#xa0;: quiconque y accède participe et écrit dans le salon, sans mot de passe ni chiffrement.</translation>
    </message>
</context>
<context>
    <name>salon::server::ClassroomWords</name>
    <message>
        <source>Connection received from %1 (%2)</source>
        <extracomment>Classroom: the address of a client, the name of an exercise</extracomment>
        <translation>Connexion reçue de %1 (%2)</translation>
    </message>
    <message>
        <source>Connection from %1 ended (%2): it did not read what it was sent</source>
        <translation>Fin de la connexion de %1 (%2)&#xa0;: elle ne lisait pas ce qui lui était envoyé</translation>
    </message>
    <message>
        <source>Connection from %1 ended (%2): nothing happened there for too long</source>
        <translation>Fin de la connexion de %1 (%2)&#xa0;: il ne s’y passait rien depuis trop longtemps</translation>
    </message>
    <message>
        <source>Connection from %1 ended (%2): it broke off</source>
        <translation>Fin de la connexion de %1 (%2)&#xa0;: interrompue</translation>
    </message>
    <message>
        <source>Connection from %1 ended (%2)</source>
        <translation>Fin de la connexion de %1 (%2)</translation>
    </message>
    <message>
        <source>%1 was turned away (%2): too many connections</source>
        <translation>%1 a été refusé (%2)&#xa0;: trop de connexions</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>Classroom: a message as the operator sees it: exercise, address, text</extracomment>
        <translation>%1, %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1, %2: bytes that are not UTF-8 (they read as Latin-1); not shown</source>
        <translation>%1, %2&#xa0;: des octets qui ne sont pas de l’UTF-8 (ils se lisent comme du Latin-1)&#x202f;; non affichés</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2: a line of more than %n byte(s); not shown</source>
        <translation>
            <numerusform>%1, %2&#xa0;: une ligne de plus de %n octet&#x202f;; non affichée</numerusform>
            <numerusform>%1, %2&#xa0;: une ligne de plus de %n octets&#x202f;; non affichée</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2: bytes that are no text; not shown</source>
        <translation>%1, %2&#xa0;: des octets qui ne sont pas du texte&#x202f;; non affichés</translation>
    </message>
    <message>
        <source>udp, datagram from %1: %2</source>
        <extracomment>Classroom: a UDP datagram: address, text</extracomment>
        <translation>udp, datagramme de %1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) about the classroom were left out: too much happened at once</source>
        <translation>
            <numerusform>%n ligne sur la salle de classe a été omise&#xa0;: trop d’événements à la fois</numerusform>
            <numerusform>%n lignes sur la salle de classe ont été omises&#xa0;: trop d’événements à la fois</numerusform>
        </translation>
    </message>
    <message>
        <source>Dialogue with %1 begins: what a moderator writes here, or the operator with /dialogue, is sent to this client; “fini” ends it.</source>
        <translation>Le dialogue avec %1 commence&#xa0;: ce qu’un modérateur écrit ici, ou l’opérateur avec /dialogue, est envoyé à ce client&#x202f;; «&#xa0;fini&#xa0;» y met fin.</translation>
    </message>
    <message numerus="yes">
        <source>dialogue: %n client(s) waiting</source>
        <translation>
            <numerusform>dialogue&#xa0;: %n client attend</numerusform>
            <numerusform>dialogue&#xa0;: %n clients attendent</numerusform>
        </translation>
    </message>
    <message>
        <source>dialogue, to %1: %2</source>
        <extracomment>Classroom: what was answered to the client of the dialogue: address, text</extracomment>
        <translation>dialogue, à %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Nobody is connected to the dialogue.</source>
        <translation>Personne n’est connecté au dialogue.</translation>
    </message>
    <message>
        <source>transfer, %1: %2 announced</source>
        <translation>transfer, %1&#xa0;: annonce de %2</translation>
    </message>
    <message>
        <source>transfer, %1: %2 % of %3</source>
        <translation>transfer, %1&#xa0;: %2&#x202f;% de %3</translation>
    </message>
    <message>
        <source>transfer, %1: %2 received, SHA-256 %3</source>
        <translation>transfer, %1&#xa0;: réception de %2, SHA-256 %3</translation>
    </message>
    <message>
        <source>transfer, %1: ended after %2 of %3</source>
        <translation>transfer, %1&#xa0;: arrêt après %2 sur %3</translation>
    </message>
    <message>
        <source>%1: UDP, %2</source>
        <extracomment>Classroom, operator&apos;s list: name of an exercise, address</extracomment>
        <translation>%1&#xa0;: UDP, %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: TCP, %2, %n connected</source>
        <translation>
            <numerusform>%1&#xa0;: TCP, %2, %n client connecté</numerusform>
            <numerusform>%1&#xa0;: TCP, %2, %n clients connectés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n octet</numerusform>
            <numerusform>%n octets</numerusform>
        </translation>
    </message>
    <message>
        <source>Connection from %1 ended (%2) by the operator</source>
        <translation>Fin de la connexion de %1 (%2) par l’opérateur</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2: too fast, %n line(s) were left out</source>
        <translation>
            <numerusform>%1, %2&#xa0;: trop vite, %n ligne laissée de côté</numerusform>
            <numerusform>%1, %2&#xa0;: trop vite, %n lignes laissées de côté</numerusform>
        </translation>
    </message>
    <message>
        <source>transfer, %1: too fast, what was left at the end of the connection was left out</source>
        <translation>transfer, %1&#xa0;: trop vite, ce qui restait à la fin de la connexion est laissé de côté</translation>
    </message>
    <message>
        <source>transfer, %1: %2 bytes announced, that is too much; %3 at most</source>
        <translation>transfer, %1&#xa0;: %2 octets annoncés, c’est trop&#x202f;; %3 au plus</translation>
    </message>
    <message numerus="yes">
        <source>%n more connection(s) were turned away (%1): too many connections</source>
        <translation>
            <numerusform>%n autre connexion a été refusée (%1)&#xa0;: trop de connexions</numerusform>
            <numerusform>%n autres connexions ont été refusées (%1)&#xa0;: trop de connexions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) are not shown in the room: too many at once</source>
        <translation>
            <numerusform>%n connexion n’est pas montrée dans le salon&#xa0;: trop à la fois</numerusform>
            <numerusform>%n connexions ne sont pas montrées dans le salon&#xa0;: trop à la fois</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: closed</source>
        <extracomment>Classroom, operator&apos;s list: name of an exercise</extracomment>
        <translation>%1&#xa0;: fermé</translation>
    </message>
</context>
<context>
    <name>salon::server::Gateways</name>
    <message>
        <source>“%1” is not an address to listen on.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une adresse où écouter.</translation>
    </message>
    <message>
        <source>Plain text</source>
        <extracomment>Name of the account through which guests of the plain-text access speak</extracomment>
        <translation>Texte brut</translation>
    </message>
    <message>
        <source>guest-%1</source>
        <extracomment>Name of a guest of the plain-text access, with a number; one word</extracomment>
        <translation>invité-%1</translation>
    </message>
    <message>
        <source>The plain-text access leads to the room “%1”</source>
        <translation>L’accès en texte brut mène au salon «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>The plain-text access is closed: %1.</source>
        <translation>L’accès en texte brut est fermé&#xa0;: %1.</translation>
    </message>
    <message>
        <source>%1 came in by plain text, from %2</source>
        <translation>%1 est entré en texte brut, depuis %2</translation>
    </message>
    <message>
        <source>%1 is gone, plain text from %2</source>
        <translation>%1 est parti, texte brut depuis %2</translation>
    </message>
    <message>
        <source>The address %1 is already in use; is another server running there?</source>
        <translation>L’adresse %1 est déjà utilisée&#x202f;; un autre serveur y tourne-t-il&#x202f;?</translation>
    </message>
    <message>
        <source>This user may not listen on %1.</source>
        <translation>Cet utilisateur n’a pas le droit d’écouter sur %1.</translation>
    </message>
    <message>
        <source>The host name in %1 is unknown.</source>
        <translation>Le nom d’hôte dans %1 est inconnu.</translation>
    </message>
    <message>
        <source>The server cannot listen on %1 (%2).</source>
        <translation>Le serveur ne peut pas écouter sur %1 (%2).</translation>
    </message>
</context>
<context>
    <name>salon::server::HealthCheck</name>
    <message>
        <source>%1 cannot be understood.</source>
        <translation>%1 est incompréhensible.</translation>
    </message>
    <message>
        <source>No server uses the data folder %1, or another user&apos;s does.</source>
        <translation>Aucun serveur n’utilise le dossier de données %1, ou c’est celui d’un autre utilisateur.</translation>
    </message>
    <message>
        <source>The server “%1” answers at %2.</source>
        <translation>Le serveur «&#xa0;%1&#xa0;» répond à l’adresse %2.</translation>
    </message>
    <message>
        <source>The server does not answer at %1: %2</source>
        <extracomment>%1 address, %2 what went wrong</extracomment>
        <translation>Le serveur ne répond pas à l’adresse %1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>salon::server::OperatorConsole</name>
    <message>
        <source>shows this list</source>
        <translation>affiche cette liste</translation>
    </message>
    <message>
        <source>who is connected</source>
        <translation>personnes connectées</translation>
    </message>
    <message>
        <source>public and private rooms</source>
        <translation>salons publics et privés</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>TEXTE</translation>
    </message>
    <message>
        <source>an announcement to everybody</source>
        <translation>annonce à tout le monde</translation>
    </message>
    <message>
        <source>USERNAME [REASON]</source>
        <translation>UTILISATEUR [MOTIF]</translation>
    </message>
    <message>
        <source>closes the connections of somebody</source>
        <translation>déconnecte quelqu’un</translation>
    </message>
    <message>
        <source>[USES] [HOURS]</source>
        <translation>[FOIS] [HEURES]</translation>
    </message>
    <message>
        <source>makes an invitation; once and 7 days by default</source>
        <translation>crée une invitation&#x202f;; par défaut une fois, 7 jours</translation>
    </message>
    <message>
        <source>says goodbye to everybody and stops the server</source>
        <translation>dit au revoir à tout le monde et arrête le serveur</translation>
    </message>
    <message>
        <source>There is no command %1. Type /help for the list.</source>
        <translation>La commande %1 n’existe pas. Tapez /help pour voir la liste.</translation>
    </message>
    <message>
        <source>Commands begin with a slash. Type /help for the list, /say TEXT to speak to everybody.</source>
        <translation>Les commandes commencent par une barre oblique. Tapez /help pour voir la liste, /say TEXTE pour parler à tout le monde.</translation>
    </message>
    <message>
        <source>Nobody is connected.</source>
        <translation>Personne n’est connecté.</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s):</source>
        <translation>
            <numerusform>%n connexion&#xa0;:</numerusform>
            <numerusform>%n connexions&#xa0;:</numerusform>
        </translation>
    </message>
    <message>
        <source>  %1 (%2), %3, %4, %5, %6, since %7</source>
        <extracomment>one line of /who: name (login), role, presence, address, program, time</extracomment>
        <translation>  %1 (%2), %3, %4, %5, %6, depuis le %7</translation>
    </message>
    <message>
        <source>unknown program</source>
        <translation>programme inconnu</translation>
    </message>
    <message numerus="yes">
        <source>%n room(s):</source>
        <translation>
            <numerusform>%n salon&#xa0;:</numerusform>
            <numerusform>%n salons&#xa0;:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n membre</numerusform>
            <numerusform>%n membres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n événement</numerusform>
            <numerusform>%n événements</numerusform>
        </translation>
    </message>
    <message>
        <source>Say what? /say TEXT</source>
        <translation>Que dire&#x202f;? /say TEXTE</translation>
    </message>
    <message>
        <source>Announced to everybody.</source>
        <translation>Annonce faite à tout le monde.</translation>
    </message>
    <message>
        <source>The announcement was not sent: %1.</source>
        <translation>L’annonce n’a pas été envoyée&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Whom? /kick USERNAME [REASON]</source>
        <translation>Qui&#x202f;? /kick UTILISATEUR [MOTIF]</translation>
    </message>
    <message>
        <source>%1 was not disconnected: %2.</source>
        <translation>%1 n’a pas été déconnecté&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1 is not connected.</source>
        <translation>%1 n’est pas en ligne.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n connection(s) closed.</source>
        <translation>
            <numerusform>%1&#xa0;: %n connexion fermée.</numerusform>
            <numerusform>%1&#xa0;: %n connexions fermées.</numerusform>
        </translation>
    </message>
    <message>
        <source>How often and how long? /invite [USES] [HOURS], for example /invite 10 48</source>
        <translation>Combien de fois et combien de temps&#x202f;? /invite [FOIS] [HEURES], par exemple /invite 10 48</translation>
    </message>
    <message>
        <source>The invitation was not made: %1.</source>
        <translation>L’invitation n’a pas été créée&#xa0;: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Invitation code %1, valid %n time(s), until %2.</source>
        <extracomment>followed by a time</extracomment>
        <translation>
            <numerusform>Code d’invitation %1, valable une fois, jusqu’au %2.</numerusform>
            <numerusform>Code d’invitation %1, valable %n fois, jusqu’au %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Join link: %1</source>
        <translation>Lien d’invitation&#xa0;: %1</translation>
    </message>
    <message>
        <source>where the exercises listen, and who is connected</source>
        <translation>où les exercices écoutent, et qui est connecté</translation>
    </message>
    <message>
        <source>answers the client of the exercise “dialogue”; “fini” ends it</source>
        <translation>répond au client de l’exercice «&#xa0;dialogue&#xa0;»&#x202f;; «&#xa0;fini&#xa0;» y met fin</translation>
    </message>
    <message>
        <source>There is no classroom: start the server with --classroom.</source>
        <translation>Il n’y a pas de salle de classe&#xa0;: démarrez le serveur avec --classroom.</translation>
    </message>
    <message>
        <source>Say what? /dialogue TEXT</source>
        <translation>Dire quoi&#x202f;? /dialogue TEXTE</translation>
    </message>
    <message>
        <source>GUEST</source>
        <translation>INVITÉ</translation>
    </message>
    <message>
        <source>ends the connection of a guest of plain text or classroom: name, number or address</source>
        <translation>termine la connexion d’un invité du texte brut ou de la salle de classe&#xa0;: nom, numéro ou adresse</translation>
    </message>
    <message>
        <source>There are no guests: start the server with --text or --classroom.</source>
        <translation>Il n’y a pas d’invités&#xa0;: démarrez le serveur avec --text ou --classroom.</translation>
    </message>
    <message>
        <source>Whom? /end GUEST, for example /end 3</source>
        <translation>Qui&#x202f;? /end INVITÉ, par exemple /end 3</translation>
    </message>
    <message>
        <source>There is no guest “%1”.</source>
        <translation>Il n’y a pas d’invité «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The connection of %1 was ended.</source>
        <translation>La connexion de %1 est terminée.</translation>
    </message>
    <message>
        <source>FOLDER [ROOM NAME]</source>
        <translation>DOSSIER [NOM DU SALON]</translation>
    </message>
    <message>
        <source>reads the export of a room into a public room</source>
        <translation>lit l’export d’un salon dans un salon public</translation>
    </message>
    <message>
        <source>What? /import FOLDER [ROOM NAME]; a folder with blanks stands in quotes.</source>
        <translation>Quoi&#x202f;? /import DOSSIER [NOM DU SALON]&#x202f;; un dossier dont le nom contient des espaces se met entre guillemets droits.</translation>
    </message>
</context>
<context>
    <name>salon::server::Server</name>
    <message>
        <source>Qt&apos;s TLS plugin is missing; install it to start the server.</source>
        <translation>Le greffon TLS de Qt manque&#x202f;; installez-le pour démarrer le serveur.</translation>
    </message>
    <message>
        <source>The data folder %1 cannot be used: %2.</source>
        <translation>Le dossier de données %1 ne peut pas être utilisé&#xa0;: %2.</translation>
    </message>
    <message>
        <source>General</source>
        <extracomment>name of the first room, in which everyone lands</extracomment>
        <translation>Général</translation>
    </message>
    <message>
        <source>Another server already uses the data folder %1.</source>
        <translation>Un autre serveur utilise déjà le dossier de données %1.</translation>
    </message>
    <message>
        <source>The database in %1 is damaged (%2). Restore a backup, or move the file away to start afresh.</source>
        <translation>La base de données dans %1 est endommagée (%2). Restaurez une sauvegarde, ou déplacez le fichier pour repartir de zéro.</translation>
    </message>
    <message>
        <source>The database in %1 was made by a newer version of Salon.</source>
        <translation>La base de données dans %1 a été créée par une version plus récente de Salon.</translation>
    </message>
    <message>
        <source>The database in %1 cannot be opened: %2.</source>
        <translation>La base de données dans %1 ne peut pas être ouverte&#xa0;: %2.</translation>
    </message>
    <message>
        <source>The database cannot be opened: %1.</source>
        <translation>La base de données ne peut pas être ouverte&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate or key cannot be used (%1): %2.</source>
        <translation>Le certificat ou la clé du serveur ne peut pas être utilisé (%1)&#xa0;: %2.</translation>
    </message>
    <message>
        <source>“%1” is not an address to listen on.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une adresse sur laquelle écouter.</translation>
    </message>
    <message>
        <source>%1 would be readable by everybody on the way: without TLS the server listens on this machine only. Use TLS, or add --i-accept-cleartext.</source>
        <translation>%1 serait lisible par tout le monde sur le trajet&#xa0;: sans TLS, le serveur n’écoute que sur cette machine. Utilisez TLS, ou ajoutez --i-accept-cleartext.</translation>
    </message>
    <message>
        <source>The address %1 is already in use; is another server running there?</source>
        <translation>L’adresse %1 est déjà utilisée&#x202f;; un autre serveur y tourne-t-il&#x202f;?</translation>
    </message>
    <message>
        <source>This user may not listen on %1.</source>
        <translation>Cet utilisateur n’a pas le droit d’écouter sur %1.</translation>
    </message>
    <message>
        <source>The host name in %1 is unknown.</source>
        <translation>Le nom d’hôte de %1 est inconnu.</translation>
    </message>
    <message>
        <source>The server cannot listen on %1 (%2).</source>
        <translation>Le serveur ne peut pas écouter sur %1 (%2).</translation>
    </message>
    <message>
        <source>“%1” is not a public address; it is a host, or host:port.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une adresse publique&#x202f;; il faut un hôte, ou hôte:port.</translation>
    </message>
    <message>
        <source>The configuration was read again.</source>
        <translation>La configuration a été relue.</translation>
    </message>
    <message>
        <source>The server is stopping.</source>
        <translation>Le serveur s’arrête.</translation>
    </message>
    <message>
        <source>The data cannot be trusted any more (%1): the server stops at once. Check the disk.</source>
        <translation>Les données ne sont plus fiables (%1)&#xa0;: le serveur s’arrête immédiatement. Vérifiez le disque.</translation>
    </message>
    <message>
        <source>%1 %2, server “%3”, data in %4</source>
        <translation>%1 %2, serveur «&#xa0;%3&#xa0;», données dans %4</translation>
    </message>
    <message>
        <source>Server listening on %1 (without TLS)</source>
        <translation>Serveur en écoute sur %1 (sans TLS)</translation>
    </message>
    <message>
        <source>Server listening on %1</source>
        <translation>Serveur en écoute sur %1</translation>
    </message>
    <message>
        <source>Fingerprint of the server&apos;s key: %1</source>
        <translation>Empreinte de la clé du serveur&#xa0;: %1</translation>
    </message>
    <message>
        <source>Join link: %1</source>
        <translation>Lien d’invitation&#xa0;: %1</translation>
    </message>
    <message>
        <source>Owner code: %1 (whoever joins with it becomes the owner; the link above carries it)</source>
        <translation>Code de propriétaire&#xa0;: %1 (qui s’inscrit avec ce code devient propriétaire&#x202f;; le lien ci-dessus le contient)</translation>
    </message>
    <message>
        <source>The join link of the owner is in %1, which only root and this server may read.</source>
        <translation>Le lien d’invitation du propriétaire est dans %1, que seuls root et ce serveur peuvent lire.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>Le fichier %1 ne peut pas être écrit&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Mend that and start the server again: the join link of the owner is to be written there.</source>
        <translation>Corrigez cela et redémarrez le serveur&#x202f;: le lien d’invitation du propriétaire doit y être écrit.</translation>
    </message>
    <message>
        <source>New people need an invitation: type /invite to make one.</source>
        <translation>Les nouveaux venus ont besoin d’une invitation&#xa0;: tapez /invite pour en créer une.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) about connections were left out; most concerned %1</source>
        <translation>
            <numerusform>%n ligne sur des connexions a été omise, concernant %1</numerusform>
            <numerusform>%n lignes sur des connexions ont été omises, concernant surtout %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Connection received from %1</source>
        <translation>Connexion reçue de %1</translation>
    </message>
    <message>
        <source>New account: %1 (%2)</source>
        <translation>Nouveau compte&#xa0;: %1 (%2)</translation>
    </message>
    <message>
        <source>%1 is now %2 (%3)</source>
        <translation>%1 s’est identifié&#xa0;: %2 (%3)</translation>
    </message>
    <message>
        <source>%1 is the owner of this server now</source>
        <translation>%1 est désormais propriétaire de ce serveur</translation>
    </message>
    <message>
        <source>%1 was not let in: %2</source>
        <translation>Accès refusé à %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 was not let in as “%2”: %3</source>
        <translation>Accès refusé à %1 en tant que «&#xa0;%2&#xa0;»&#xa0;: %3</translation>
    </message>
    <message>
        <source>Connection from %1 ended: %2</source>
        <translation>Fin de la connexion de %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 (%2) is gone: %3</source>
        <translation>Départ de %1 (%2)&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1 was turned away: too many connections from this address</source>
        <translation>Connexion de %1 refusée&#xa0;: trop de connexions depuis cette adresse</translation>
    </message>
    <message>
        <source>%1 was turned away: too many new connections from this address</source>
        <translation>Connexion de %1 refusée&#xa0;: trop de nouvelles connexions depuis cette adresse</translation>
    </message>
    <message>
        <source>%1 was turned away: the server has as many connections as it may have</source>
        <translation>Connexion de %1 refusée&#xa0;: le serveur a atteint son nombre maximal de connexions</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite plugin is missing (Debian: libqt6sql6-sqlite); install it to start the server.</source>
        <translation>Le greffon SQLite de Qt manque (Debian&#xa0;: libqt6sql6-sqlite)&#x202f;; installez-le pour démarrer le serveur.</translation>
    </message>
    <message>
        <source>The server goes on with the old ones.</source>
        <translation>Le serveur continue avec les anciens.</translation>
    </message>
    <message>
        <source>New connections get the new certificate; fingerprint of the server&apos;s key: %1</source>
        <translation>Les nouvelles connexions reçoivent le nouveau certificat&#x202f;; empreinte de la clé du serveur&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 is kept out for %n second(s): too many of its connections did not log in</source>
        <translation>
            <numerusform>%1 est tenu à l’écart pendant %n seconde&#xa0;: trop de ses connexions sont restées sans identification</numerusform>
            <numerusform>%1 est tenu à l’écart pendant %n secondes&#xa0;: trop de ses connexions sont restées sans identification</numerusform>
        </translation>
    </message>
    <message>
        <source>UDP port %1 is in use by another program: people on this network cannot find the server by themselves, but can still join it.</source>
        <translation>Le port UDP %1 est utilisé par un autre programme&#xa0;: les personnes de ce réseau ne peuvent pas trouver le serveur d’elles-mêmes, mais peuvent toujours le rejoindre.</translation>
    </message>
    <message>
        <source>Plain-text access listening on %1</source>
        <translation>Accès en texte brut à l’écoute sur %1</translation>
    </message>
    <message>
        <source>WARNING: whoever reaches %1 reads and writes in its room, without password and without encryption.</source>
        <translation>ATTENTION&#xa0;: quiconque atteint %1 lit et écrit dans le salon, sans mot de passe ni chiffrement.</translation>
    </message>
    <message>
        <source>People on this network can find the server (UDP port %1)</source>
        <translation>Les personnes de ce réseau peuvent trouver le serveur (port UDP %1)</translation>
    </message>
</context>
<context>
    <name>salon::server::TextWords</name>
    <message>
        <source>Welcome to “%1”. You are %2. Each line is a message; /help shows the commands.</source>
        <extracomment>First line that a guest of the plain-text access sees: room, name of the guest</extracomment>
        <translation>Bienvenue dans «&#xa0;%1&#xa0;». Vous êtes %2. Chaque ligne est un message&#x202f;; /help montre les commandes.</translation>
    </message>
    <message>
        <source>/nick NAME takes another name</source>
        <translation>/nick NOM prend un autre nom</translation>
    </message>
    <message>
        <source>/who shows who is here</source>
        <translation>/who montre qui est là</translation>
    </message>
    <message>
        <source>/msg NAME TEXT writes to one person alone</source>
        <translation>/msg NOM TEXTE écrit à une seule personne</translation>
    </message>
    <message>
        <source>/quit leaves</source>
        <translation>/quit pour partir</translation>
    </message>
    <message>
        <source>A line that begins with // is a message that begins with /</source>
        <translation>Une ligne qui commence par // est un message qui commence par /</translation>
    </message>
    <message>
        <source>%1 is here now.</source>
        <translation>%1 est là.</translation>
    </message>
    <message>
        <source>%1 has left.</source>
        <translation>%1 est parti.</translation>
    </message>
    <message>
        <source>The room is now called “%1”.</source>
        <translation>Le salon s’appelle désormais «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The topic is now: “%1”</source>
        <translation>Le sujet est désormais&#xa0;: «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Announcement: %1</source>
        <translation>Annonce&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 (to you alone): %2</source>
        <extracomment>A private message that a guest of the plain-text access gets: who wrote it, what</extracomment>
        <translation>%1 (à vous seul)&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 is now called %2.</source>
        <translation>%1 s’appelle désormais %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) here:</source>
        <translation>
            <numerusform>%n personne ici&#xa0;:</numerusform>
            <numerusform>%n personnes ici&#xa0;:</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (vous)</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… et %n autre</numerusform>
            <numerusform>… et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>You are now called %1.</source>
        <translation>Vous vous appelez désormais %1.</translation>
    </message>
    <message>
        <source>Sent to %1 alone.</source>
        <translation>Envoyé à %1 seul.</translation>
    </message>
    <message>
        <source>That name is taken, or looks like one that is.</source>
        <translation>Ce nom est pris, ou ressemble à un nom pris.</translation>
    </message>
    <message>
        <source>Nobody here has that name; /who shows who is here.</source>
        <translation>Personne ici ne porte ce nom&#x202f;; /who montre qui est là.</translation>
    </message>
    <message>
        <source>There is no text. /msg NAME TEXT</source>
        <translation>Il n’y a pas de texte. /msg NOM TEXTE</translation>
    </message>
    <message>
        <source>The server cannot store anything now: this was not posted. Try again later.</source>
        <translation>Le serveur ne peut rien enregistrer pour le moment&#xa0;: ceci n’a pas été publié. Réessayez plus tard.</translation>
    </message>
    <message>
        <source>The server could not do that.</source>
        <translation>Le serveur n’a pas pu faire cela.</translation>
    </message>
    <message>
        <source>This was not posted: it looks like Latin-1 text. Send UTF-8, please.</source>
        <translation>Ceci n’a pas été publié&#xa0;: on dirait du texte Latin-1. Envoyez de l’UTF-8, s’il vous plaît.</translation>
    </message>
    <message>
        <source>This was not posted: it is not text. Send UTF-8, please.</source>
        <translation>Ceci n’a pas été publié&#xa0;: ce n’est pas du texte. Envoyez de l’UTF-8, s’il vous plaît.</translation>
    </message>
    <message>
        <source>There is no command %1; /help shows the commands.</source>
        <translation>Il n’y a pas de commande %1&#x202f;; /help montre les commandes.</translation>
    </message>
    <message>
        <source>Which name? /nick NAME</source>
        <translation>Quel nom&#x202f;? /nick NOM</translation>
    </message>
    <message>
        <source>To whom, and what? /msg NAME TEXT</source>
        <translation>À qui, et quoi&#x202f;? /msg NOM TEXTE</translation>
    </message>
    <message>
        <source>Good bye.</source>
        <translation>Au revoir.</translation>
    </message>
    <message>
        <source>There are too many guests; try again later.</source>
        <translation>Il y a trop d’invités&#x202f;; réessayez plus tard.</translation>
    </message>
    <message>
        <source>The server is stopping.</source>
        <translation>Le serveur s’arrête.</translation>
    </message>
    <message numerus="yes">
        <source>This was not posted: a line has at most %Ln byte(s).</source>
        <translation>
            <numerusform>Ceci n’a pas été publié&#xa0;: une ligne compte au plus %Ln octet.</numerusform>
            <numerusform>Ceci n’a pas été publié&#xa0;: une ligne compte au plus %Ln octets.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too fast: %n line(s) were left out.</source>
        <translation>
            <numerusform>Trop vite&#xa0;: %n ligne a été laissée de côté.</numerusform>
            <numerusform>Trop vite&#xa0;: %n lignes ont été laissées de côté.</numerusform>
        </translation>
    </message>
    <message>
        <source>The operator has ended this connection.</source>
        <translation>L’opérateur a terminé cette connexion.</translation>
    </message>
    <message>
        <source>That name cannot be taken: one word of at most 32 letters, of one script, not a number.</source>
        <translation>Ce nom ne convient pas&#xa0;: un seul mot de 32 lettres au plus, d’une seule écriture, pas un nombre.</translation>
    </message>
</context>
</TS>
