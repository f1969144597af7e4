import type { PageLanguage } from '../../i18n/languages'
import type { SlipWords } from '../shared/CodeSlip'

const SLIP: Record<PageLanguage, SlipWords> = {
  pt: {
    language: 'pt',
    title: 'O código do seu pedido',
    keep: 'Guarde-o e não o mostre a ninguém: com ele vê como está o pedido, e pode retirá-lo.',
    where: 'Veja como está o pedido neste endereço, com o código:',
    picture: 'O mesmo código como imagem, para abrir com outro telemóvel',
  },
  en: {
    language: 'en',
    title: 'The code of your request',
    keep: 'Keep it and show it to nobody: with it you see how the request stands, and can withdraw it.',
    where: 'See how the request stands at this address, with the code:',
    picture: 'The same code as a picture, to open with another telephone',
  },
  fr: {
    language: 'fr',
    title: 'Le code de votre demande',
    keep: 'Gardez-le et ne le montrez à personne : avec lui, vous voyez où en est la demande et pouvez la retirer.',
    where: 'Voyez où en est la demande à cette adresse, avec le code :',
    picture: 'Le même code en image, à ouvrir avec un autre téléphone',
  },
  es: {
    language: 'es',
    title: 'El código de su solicitud',
    keep: 'Guárdelo y no se lo enseñe a nadie: con él ve cómo está la solicitud y puede retirarla.',
    where: 'Vea cómo está la solicitud en esta dirección, con el código:',
    picture: 'El mismo código como imagen, para abrirlo con otro teléfono',
  },
  uk: {
    language: 'uk',
    title: 'Код вашого звернення',
    keep: 'Зберігайте його й нікому не показуйте: за ним видно стан звернення, і його можна відкликати.',
    where: 'Стан звернення видно за цією адресою, з кодом:',
    picture: 'Той самий код як зображення, щоб відкрити іншим телефоном',
  },
  ar: {
    language: 'ar',
    title: 'رمز طلبك',
    keep: 'احتفظ به ولا تُظهره لأحد: به ترى حال الطلب ويمكنك سحبه.',
    where: 'ترى حال الطلب على هذا العنوان، بالرمز:',
    picture: 'الرمز نفسه كصورة، لفتحه بهاتف آخر',
  },
  ru: {
    language: 'ru',
    title: 'Код вашей заявки',
    keep: 'Сохраните его и никому не показывайте: с ним видно, что с заявкой, и её можно отозвать.',
    where: 'Узнать, что с заявкой, можно по этому адресу, с кодом:',
    picture: 'Тот же код картинкой, чтобы открыть другим телефоном',
  },
  hi: {
    language: 'hi',
    title: 'आपके अनुरोध का कोड',
    keep: 'इसे संभालकर रखें और किसी को न दिखाएँ: इससे आप अनुरोध की स्थिति देख सकते हैं और उसे वापस ले सकते हैं।',
    where: 'अनुरोध की स्थिति इस पते पर, कोड से देखें:',
    picture: 'वही कोड तस्वीर के रूप में, दूसरे फ़ोन से खोलने के लिए',
  },
  bn: {
    language: 'bn',
    title: 'আপনার অনুরোধের কোড',
    keep: 'এটি রেখে দিন এবং কাউকে দেখাবেন না: এটি দিয়ে অনুরোধের অবস্থা দেখা যায় এবং তা ফিরিয়ে নেওয়া যায়।',
    where: 'এই ঠিকানায় কোড দিয়ে অনুরোধের অবস্থা দেখুন:',
    picture: 'একই কোড ছবি হিসেবে, অন্য ফোন দিয়ে খোলার জন্য',
  },
  ne: {
    language: 'ne',
    title: 'तपाईंको अनुरोधको कोड',
    keep: 'यसलाई राख्नुहोस् र कसैलाई नदेखाउनुहोस्: यसबाट अनुरोधको अवस्था हेर्न र फिर्ता लिन सकिन्छ।',
    where: 'अनुरोधको अवस्था यो ठेगानामा, कोडसँग हेर्नुहोस्:',
    picture: 'उही कोड चित्रका रूपमा, अर्को फोनबाट खोल्न',
  },
  ur: {
    language: 'ur',
    title: 'آپ کی درخواست کا کوڈ',
    keep: 'اسے سنبھال کر رکھیں اور کسی کو نہ دکھائیں: اس سے آپ درخواست کا حال دیکھ سکتے ہیں اور اسے واپس لے سکتے ہیں۔',
    where: 'درخواست کا حال اس پتے پر، کوڈ کے ساتھ دیکھیں:',
    picture: 'وہی کوڈ تصویر کے طور پر، دوسرے فون سے کھولنے کے لیے',
  },
  zh: {
    language: 'zh',
    title: '您的请求代码',
    keep: '请保存好，不要给任何人看：凭它可以查看请求的情况，也可以撤回请求。',
    where: '用代码在这个网址查看请求的情况：',
    picture: '同一个代码的图片，可用另一部手机打开',
  },
}

/** The slip of paper: in Portuguese for whoever hands it over, and in the language of who takes it along. */
export const slipWords = (language: string | undefined): [SlipWords, ...SlipWords[]] => {
  const theirs = Object.values(SLIP).find((words) => words.language === language && language !== 'pt')
  return theirs ? [SLIP.pt, theirs] : [SLIP.pt]
}
