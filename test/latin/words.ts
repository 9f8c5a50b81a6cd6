/** Kazakh words and names with their spelling in the Latin alphabet of January 2021, written by hand. Shape: pairs. */
export const spelledWords = `
қазақ qazaq; Қазақстан Qazaqstan; Астана Astana; Алматы Almaty; Шымкент Şymkent; Ақтау Aqtau; Ақтөбе Aqtöbe; Атырау Atyrau
Қарағанды Qarağandy; Қостанай Qostanai; Қызылорда Qyzylorda; Павлодар Pavlodar; Петропавл Petropavl; Семей Semei
Тараз Taraz; Талдықорған Taldyqorğan; Орал Oral; Өскемен Öskemen; Түркістан Türkıstan; Жезқазған Jezqazğan; Көкшетау Kökşetau
Абай Abai; Жетісу Jetısu; Ұлытау Ūlytau; Маңғыстау Mañğystau; Жамбыл Jambyl; Көкшетауда Kökşetauda; Балқаш Balqaş
ана ana; ата ata; әке äke; әже äje; бала bala; балалар balalar; қыз qyz; ұл ūl; іні ını; сіңлі sıñlı; аға ağa; апа apa
үй üi; үйлер üiler; ел el; елі elı; жер jer; жерлер jerler; су su; сулар sular; тау tau; дала dala; көл köl; өзен özen
күн kün; түн tün; таң tañ; кеш keş; ай ai; жыл jyl; жылы jyly; жылдар jyldar; апта apta; сағат sağat; бүгін bügın; ертең erteñ
кеше keşe; қазір qazır; әрқашан ärqaşan; әрдайым ärdaiym; бір bır; екі ekı; үш üş; төрт tört; бес bes; алты alty; жеті jetı
сегіз segız; тоғыз toğyz; он on; жиырма jiyrma; отыз otyz; қырық qyryq; елу elu; алпыс alpys; жетпіс jetpıs; сексен seksen
тоқсан toqsan; жүз jüz; мың myñ; ақ aq; қара qara; қызыл qyzyl; көк kök; жасыл jasyl; сары sary; қоңыр qoñyr; үлкен ülken
кіші kışı; жаңа jaña; ескі eskı; жақсы jaqsy; жаман jaman; әдемі ädemı; биік biık; терең tereñ; кең keñ; тар tar; ұзын ūzyn
қысқа qysqa; мектеп mektep; мұғалім mūğalım; оқушы oquşy; кітап kıtap; дәптер däpter; қалам qalam; білім bılım; ғылым ğylym
ғалым ğalym; тіл tıl; тілі tılı; сөз söz; сөйлем söilem; әріп ärıp; дыбыс dybys; ән än; күй küi; домбыра dombyra; қобыз qobyz
нан nan; ет et; сүт süt; шай şai; тұз tūz; қант qant; алма alma; жүзім jüzım; қауын qauyn; қарбыз qarbyz; бауырсақ bauyrsaq
ат at; сиыр siyr; қой qoi; ешкі eşkı; түйе tüie; ит it; мысық mysyq; қасқыр qasqyr; арыстан arystan; жолбарыс jolbarys; бүркіт bürkıt
қаржы qarjy; бюджет biudjet; табыс tabys; шығын şyğyn; салық salyq; теңге teñge; жұмыс jūmys; еңбек eñbek; өндіріс öndırıs
зауыт zauyt; ауыл auyl; аудан audan; облыс oblys; қала qala; көше köşe; даңғыл dañğyl; әкім äkım; әкімдік äkımdık; үкімет ükımet
министр ministr; министрлік ministrlık; депутат deputat; сенат senat; мәжіліс mäjılıs; партия partiia; заң zañ; құқық qūqyq
қаулы qauly; бұйрық būiryq; жарлық jarlyq; мемлекет memleket; мемлекеттік memlekettık; республика respublika; тәуелсіздік täuelsızdık
бейбітшілік beibıtşılık; халық halyq; қоғам qoğam; қоғамдық qoğamdyq; даму damu; жоба joba; бағдарлама bağdarlama; жоспар jospar
хабар habar; хат hat; қаһарман qaharman; айдаһар aidahar; жиһаз jihaz; гауһар gauhar; шаһар şahar; һәм häm; фонд fond; факт fakt
вагон vagon; ваннада vannada; авиация aviasiia; цирк sirk; цифр sifr; чемпион şempion; щётка şiotka; ащы aşy; тұщы tūşy
съезд sezd; объект obekt; альбом albom; панель panel; январь ianvar; июнь iiun; июль iiul; сентябрь sentiabr; ноябрь noiabr
экономика ekonomika; электр elektr; эфир efir; юрист iurist; юбилей iubilei; аюлар aiular; қоян qoian; ұя ūia; ояну oianu; яғни iağni
Иван İvan; Ігілік Igılık; Ілияс Iliias; Индира İndira; Яков İakov; Юлия İuliia; ЯНВАРЬ İANVAR; ІШКІ IŞKI; ИНЖЕНЕР İNJENER
ӘЛЕМ ÄLEM; ӨҢІР ÖÑIR; ҰЛТ ŪLT; ҮКІМЕТ ÜKIMET; ҒЫЛЫМ ĞYLYM; ҚАЗАҚСТАН QAZAQSTAN; Шың Şyñ; Ұлт Ūlt; Ғани Ğani; Ңң Ññ
`
  .trim()
  .split(/[;\n]/)
  .map((pair) => pair.trim().split(' ') as [string, string])
