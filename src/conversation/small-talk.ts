import type { Language, Talk } from '../answering/answer.js';
import { fold } from '../text/words.js';

export interface SmallTalk {
  readonly talk: Talk;
  /** The language in which it was said; undefined if it is none, as with an emoji. */
  readonly language: Language | undefined;
}

/** Longer messages say more than that. */
const LONGEST = 80;

/** Small talk, or a question about Newsdesk itself; undefined for all else. */
export function smallTalk(message: string): SmallTalk | undefined {
  if (message.length > LONGEST) return undefined;
  const plain = fold(message)
    .replace(/['’`]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (plain === '') {
    return /\p{Extended_Pictographic}/u.test(message)
      ? { talk: 'ok', language: undefined }
      : undefined;
  }
  for (const [language, talks] of SAYINGS) {
    for (const [talk, pattern] of talks) {
      if (pattern.test(plain)) return { talk, language };
    }
  }
  return undefined;
}

type Sayings = Readonly<Record<Talk, string>>;

/** Each matches a whole message without accents and punctuation, in lower case. */
const WORDS: Readonly<Record<Language, Sayings>> = {
  en: {
    greeting: String.raw`(?:(?:hi+|hello+|hey+|hiya|howdy|greetings|yo|sup|whats up|good (?:morning|afternoon|evening|day))(?: (?:there|all|everyone|bot|newsdesk|again|how are you|how are you doing|how is it going|hows it going|whats up))*|how are you(?: doing)?(?: today)?|hows it going|are you there|anyone there|you there)`,
    thanks: String.raw`(?:(?:ok|okay|great|cool|perfect|nice|awesome|many|oh|wow) )*(?:thanks|thank you|thankyou|thx|ty|tysm|cheers|much appreciated|appreciate it|i appreciate it)(?: (?:so much|very much|a lot|a bunch|a million|again|bot|newsdesk|man|mate|buddy|for that|for (?:the|your|all your) (?:help|answer|answers|info|information)|that helps?|that helped|you|great|cool))*`,
    goodbye: String.raw`(?:ok |okay )?(?:bye(?: bye)?|goodbye|good night|see (?:you|ya)(?: later| soon| tomorrow)?|cya|later|take care|have a (?:nice|good|great) (?:day|evening|weekend|one))(?: (?:bot|newsdesk|everyone|all|now))*`,
    ok: String.raw`(?:(?:ok+|okay|k|kk|alright|all right|got it|i see|fine|good|great|cool|nice|awesome|perfect|excellent|wow|lol|haha+|good bot|bad bot|well done|good job|great job|nice one|yes|yeah|yep|no|nope|nevermind|never mind|sorry|understood|makes sense|interesting|good to know|please)(?: |$))+`,
    help: String.raw`(?:help|help me|(?:please|can you|could you) help(?: me)?(?: please)?|i need help|how do(?:es)? (?:i use (?:this|you|it|the bot|newsdesk)|(?:this|it|you) work)|how does (?:this|the) bot work|instructions|commands|usage)(?: please)?`,
    abilities: String.raw`what (?:can|could|do) (?:you|this bot|newsdesk|i) (?:do|know|ask|ask you)(?: for me| here| about)?|what are you (?:able to do|capable of|good for|for)|what (?:can|should) i ask(?: you)?(?: about)?|what do you know(?: about)?|what are your (?:abilities|features|capabilities|commands)|what is this bot for|what questions can (?:i ask|you answer)`,
    self: String.raw`(?:so )?(?:who|what) are you(?: exactly)?|whats your name|what is your name|who (?:made|built|created|wrote|runs|owns) you|introduce yourself|tell me about yourself|what is newsdesk|whats newsdesk|what (?:is|does) this bot(?: do)?`,
    bot: String.raw`are you (?:a |an )?(?:bot|robot|human|person|real|real person|ai|machine|chatgpt|gpt|llm|language model|alive|sentient|human or a bot|a bot or a human)|is this (?:a )?(?:bot|robot|human|ai|person)|am i (?:talking|speaking|chatting) (?:to|with) (?:a )?(?:bot|human|person|robot|real person)`,
    list: String.raw`(?:what|which) (?:articles|documents|texts|stories|files|news|sources) (?:do you (?:have|know)|have you (?:got|read)|are (?:there|available|in here)|can i ask about|are you based on|did you read)|(?:list|show)(?: me)?(?: all)?(?: the| your)? (?:articles|documents|texts|stories|files|sources)|what have you read|how many articles (?:do you have|are there)`,
    privacy: String.raw`do you (?:store|save|keep|log|record|remember|track|share|sell)(?: all)? (?:my|our|the|these|any) (?:questions?|messages?|data|chats?|conversations?|words|information)|(?:are|is) (?:my|our|the) (?:questions?|messages?|data|chats?|conversations?) (?:stored|saved|kept|logged|recorded|private|shared)|(?:what|where) (?:happens to|do you do with) my (?:questions?|messages?|data)|what do you (?:store|save|remember)(?: about me)?|is this private|(?:whats your |what is your )?privacy(?: policy)?`,
    adding: String.raw`(?:how (?:do|can|could|would|should) (?:i|we|you|one)|can (?:i|we)|may i|i (?:want|would like) to|id like to) (?:add|upload|index|import|give you|send you|submit|feed you)(?: (?:an|a|my|my own|our|new|some|more|another|other))* (?:articles?|documents?|files?|pdfs?|links?|texts?|stories|story|pages?|urls?|feeds?|one)(?: to (?:newsdesk|the bot|you|this server))?`,
  },
  de: {
    greeting: String.raw`(?:(?:hallo|hi|hey|moin|servus|gruss gott|guten (?:tag|morgen|abend)|gruezi)(?: (?:zusammen|bot|newsdesk|alle|wie gehts|wie geht es dir))*|wie gehts(?: dir)?|wie geht es dir)`,
    thanks: String.raw`(?:ok |super |toll |prima )?(?:danke|vielen dank|dankeschon|danke schon|danke sehr|besten dank|herzlichen dank|merci vielmals)(?: (?:dir|sehr|schon|vielmals|fur die (?:hilfe|antwort|info)|bot|newsdesk))*`,
    goodbye: String.raw`(?:tschuss|tschuess|tschau|ciao|auf wiedersehen|bis (?:bald|dann|spater|morgen)|gute nacht|schonen (?:tag|abend)(?: noch)?|mach s gut|machs gut)`,
    ok: String.raw`(?:(?:in ordnung|alles klar|verstanden|gut|super|toll|prima|genau|ja|nein|aha|ach so|schon|cool|klasse|perfekt|schade)(?: |$))+`,
    help: String.raw`(?:hilfe|hilf mir|kannst du mir helfen|ich brauche hilfe|wie funktioniert (?:das|du|der bot)|wie benutze ich (?:dich|das))(?: bitte)?`,
    abilities: String.raw`was (?:kannst|machst|tust|weisst) du(?: alles| so| denn)*|was kann (?:ich dich fragen|man dich fragen|der bot|dieser bot)(?: alles)?|wozu bist du (?:da|gut)`,
    self: String.raw`(?:wer|was) bist du(?: denn| eigentlich)?|wie heisst du|wie ist dein name|wer hat dich (?:gemacht|gebaut|programmiert)|stell dich vor`,
    bot: String.raw`bist du (?:ein |eine )?(?:bot|roboter|mensch|ki|maschine|echt|echter mensch|chatgpt)`,
    list: String.raw`(?:welche|was fur) (?:artikel|texte|dokumente) (?:hast|kennst) du|welche (?:artikel|texte|dokumente) (?:gibt es|hast du gelesen)|zeig(?:e)? (?:mir )?(?:die|alle|deine) artikel`,
    privacy: String.raw`(?:speicherst|merkst|protokollierst|behaltst) du (?:dir )?(?:meine|die|unsere) (?:fragen|nachrichten|daten)|werden (?:meine|unsere) (?:fragen|nachrichten|daten) gespeichert|was speicherst du|was passiert mit meinen (?:fragen|daten)|datenschutz`,
    adding: String.raw`(?:wie (?:kann ich|fuge ich|konnen wir)|kann ich|ich (?:will|mochte))(?: (?:einen|einen neuen|neue|weitere|meine|eigene|ein|eine))* (?:artikel|datei|dokument|link|pdf|text)(?: (?:hinzu|hinzufugen|hochladen|dazu))?`,
  },
  fr: {
    greeting: String.raw`(?:(?:bonjour|salut|coucou|bonsoir|hello|allo)(?: (?:a tous|tout le monde|bot|newsdesk|ca va))*|ca va|comment (?:ca va|vas tu|allez vous))`,
    thanks: String.raw`(?:ok |super |parfait )?(?:merci|merci beaucoup|merci bien|mille mercis|grand merci|un grand merci)(?: (?:beaucoup|bien|a toi|a vous|pour (?:ton|votre|l) ?aide|pour la reponse|bot|newsdesk))*`,
    goodbye: String.raw`(?:au revoir|a (?:bientot|plus|plus tard|demain|la prochaine)|bonne (?:nuit|journee|soiree)|adieu|ciao)`,
    ok: String.raw`(?:(?:d accord|daccord|entendu|compris|tres bien|bien|super|parfait|genial|oui|non|ah|cool|bravo|dommage)(?: |$))+`,
    help: String.raw`(?:aide|a l aide|aide moi|aidez moi|peux tu m ?aider|pouvez vous m ?aider|besoin d aide|j ai besoin d aide|comment (?:ca marche|ca fonctionne|tu marches|tu fonctionnes))(?: sil te plait| s il te plait| svp| stp)?`,
    abilities: String.raw`(?:que|qu est ce que|quest ce que) (?:peux tu|sais tu|tu peux|tu sais|pouvez vous|vous pouvez)(?: faire)?|que (?:sais|peux) tu faire|tu (?:sers a quoi|peux faire quoi)|a quoi (?:sers tu|tu sers)|que puis je (?:te )?demander`,
    self: String.raw`(?:qui|tu) (?:es tu|etes vous|es qui)|tu es qui|comment t ?appelles tu|quel est ton nom|qui t ?a (?:cree|fait|programme)|presente toi`,
    bot: String.raw`(?:es tu|tu es|etes vous|t es) (?:un |une )?(?:bot|robot|humain|personne|ia|machine|vrai|chatgpt)`,
    list: String.raw`quels (?:articles|textes|documents) (?:as tu|avez vous|tu as|connais tu|y a t il)(?: lus)?|(?:montre|liste)(?: moi)? (?:les|tes|tous les) articles`,
    privacy: String.raw`(?:est ce que )?(?:tu (?:enregistres|gardes|stockes|conserves)|(?:enregistres|gardes|stockes|conserves) tu) (?:mes|nos|les) (?:questions|messages|donnees)|mes (?:questions|messages|donnees) sont (?:elles|ils) (?:enregistrees|enregistres|conservees|stockees)|que deviennent mes (?:questions|donnees)|confidentialite`,
    adding: String.raw`comment (?:puis je |peut on |je peux |on peut )?(?:ajouter|ajoute t on|envoyer|importer|j ajoute)(?: (?:un|une|des|mes|mon|d autres|un nouvel|de nouveaux))* (?:articles?|fichiers?|documents?|liens?|pdf|textes?)|(?:puis je|je peux|je voudrais|je veux) ajouter (?:un|des|mes|mon) (?:articles?|fichiers?|documents?)`,
  },
  es: {
    greeting: String.raw`(?:(?:hola|buenas|buenos dias|buenas (?:tardes|noches)|hey|que tal)(?: (?:a todos|bot|newsdesk|que tal|como estas))*|como estas|como esta|que tal)`,
    thanks: String.raw`(?:ok |vale |genial )?(?:gracias|muchas gracias|mil gracias|muchisimas gracias|te lo agradezco)(?: (?:por (?:la|tu) (?:ayuda|respuesta|informacion)|bot|newsdesk|a ti))*`,
    goodbye: String.raw`(?:adios|hasta (?:luego|pronto|manana|la vista)|chao|chau|nos vemos|que tengas (?:un )?buen(?:a)? (?:dia|tarde|noche))`,
    ok: String.raw`(?:(?:vale|de acuerdo|entendido|muy bien|bien|genial|perfecto|claro|si|no|ya|ah|guay|bravo|que pena)(?: |$))+`,
    help: String.raw`(?:ayuda|ayudame|me (?:ayudas|puedes ayudar)|puedes ayudarme|necesito ayuda|como (?:funciona(?:s)?(?: esto)?|te uso|se usa))(?: por favor)?`,
    abilities: String.raw`que (?:puedes|sabes) (?:hacer|tu|responder)|que sabes|para que sirves|que (?:te )?puedo preguntar(?:te)?`,
    self: String.raw`(?:quien|que) eres(?: tu)?|como te llamas|cual es tu nombre|quien te (?:hizo|creo|programo)|presentate`,
    bot: String.raw`(?:eres|es) (?:un |una )?(?:bot|robot|humano|humana|persona|ia|maquina|real|chatgpt)`,
    list: String.raw`(?:que|cuales) (?:articulos|textos|documentos) (?:tienes|hay|conoces|has leido)|(?:muestra(?:me)?|lista|ensename) (?:los|tus|todos los) articulos`,
    privacy: String.raw`(?:guardas|almacenas|registras|grabas) (?:mis|nuestras|las|nuestros|mis) (?:preguntas|mensajes|datos)|se guardan mis (?:preguntas|mensajes|datos)|que (?:guardas|haces con mis (?:preguntas|datos))|privacidad`,
    adding: String.raw`como (?:puedo |se puede |podemos )?(?:anadir|agregar|anado|agrego|subir|subo|importar)(?: (?:un|una|unos|mis|mi|mas|otro|nuevos))* (?:articulos?|archivos?|documentos?|enlaces?|pdf|textos?)|(?:puedo|quiero|quisiera) (?:anadir|agregar|subir) (?:un|mis|mas) (?:articulos?|archivos?|documentos?)`,
  },
  ru: {
    greeting: String.raw`(?:(?:привет|здравствуи|здравствуите|добрыи (?:день|вечер)|доброе утро|хаи|салют|приветик)(?: (?:всем|бот|newsdesk|как дела))*|как дела|как ты|как жизнь)`,
    thanks: String.raw`(?:ок |отлично |супер )?(?:спасибо|большое спасибо|спасибо большое|благодарю|спс|огромное спасибо|спасибки)(?: (?:большое|огромное|тебе|вам|за (?:помощь|ответ)|бот))*`,
    goodbye: String.raw`(?:пока|до свидания|до (?:встречи|завтра|скорого)|спокоинои ночи|всего (?:доброго|хорошего)|прощаи)(?: бот)?`,
    ok: String.raw`(?:(?:ок|океи|хорошо|ладно|понятно|понял|поняла|ясно|да|нет|ага|угу|круто|отлично|супер|класс|здорово|жаль)(?: |$))+`,
    help: String.raw`(?:помощь|помоги|помогите|помоги мне|мне нужна помощь|можешь помочь|как (?:это|ты) работае(?:т|шь)|как (?:тобои |этим )?пользоваться)(?: пожалуиста)?`,
    abilities: String.raw`что (?:ты )?(?:умеешь|можешь|знаешь)(?: делать)?|что ты (?:умеешь|можешь) делать|(?:о чем|что) (?:тебя )?можно (?:тебя )?спросить|для чего ты(?: нужен)?|зачем ты(?: нужен)?`,
    self: String.raw`(?:кто|что) ты(?: такои| такое| такая)?|ты кто|как тебя зовут|кто тебя (?:создал|сделал|написал)|расскажи о себе`,
    bot: String.raw`ты (?:бот|робот|человек|живои|ии|машина|настоящии|нееросеть|чат ?бот|chatgpt)|это бот`,
    list: String.raw`какие (?:у тебя )?(?:есть )?(?:статьи|тексты|документы)(?: у тебя)?(?: есть| ты знаешь| ты читал)?|(?:покажи|перечисли) (?:все )?(?:статьи|свои статьи)`,
    privacy: String.raw`(?:ты )?(?:хранишь|сохраняешь|записываешь|запоминаешь)(?: ли)?(?: ты)? (?:мои|наши) (?:вопросы|сообщения|данные)|(?:сохраняются|хранятся) ли мои (?:вопросы|сообщения|данные)|что (?:ты )?(?:хранишь|сохраняешь)|конфиденциальность`,
    adding: String.raw`(?:как|можно ли|можно|хочу|я хочу)(?: (?:мне|я могу|нам))? (?:добавить|загрузить|добавлять)(?: (?:свою|новую|свои|новые|еще))* (?:статью|статьи|фаил|файл|документ|документы|ссылку|текст|pdf)`,
  },
};

const SAYINGS: readonly (readonly [Language, readonly (readonly [Talk, RegExp])[]])[] = (
  Object.entries(WORDS) as [Language, Sayings][]
).map(([language, sayings]) => [
  language,
  (Object.entries(sayings) as [Talk, string][]).map(
    ([talk, pattern]) => [talk, new RegExp(`^(?:${pattern})$`, 'u')] as const,
  ),
]);
