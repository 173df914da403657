//! Words that are no stop words and still name nothing: they count, measure,
//! report, or stand with any subject. Keywords do without them.

/// Units of measure that every language writes alike.
const UNITS: &str =
    "cm eur ft gb ghz gw ha hz kb kg khz km kw kwh lb mb mg mhz ml mm mph mw usd";

/// The words of each language, in lower case.
const WEAK: [(&str, &str); 19] = [
    (
        "da",
        "to tre fire fem seks syv otte ni ti år måned måneder uge uger dag dage time timer minut minutter \
        gang gange kroner procent mio sagde siger kom kommer gik går får fik tog tager intet helt cirka",
    ),
    (
        "de",
        "zwei drei vier fünf sechs sieben acht neun zehn jahr jahre jahren jahres monat monate monaten woche \
        wochen tag tage tagen stunde stunden minute minuten mal prozent euro mio mrd million millionen uhr \
        stelle angaben teil ende rund etwa sagt sagte",
    ),
    (
        "el",
        "δύο τρία τρεις τέσσερα πέντε έξι επτά οκτώ εννέα δέκα χρόνο χρόνια μήνα μήνες μέρα μέρες ώρα ώρες \
        λεπτά φορά φορές ευρώ είπε λέει κάτω πάνω πολύ",
    ),
    (
        "en",
        "also ask asked asks became become big bring brought call called calls came cannot cent cents come \
        comes coming could day days done eight even ever every find five found four full gave get gets give \
        given gives go goes going gone got half hour hours hundred keep keeps kept know known last later less \
        let like long made make makes making many may might million minute minutes month months much must \
        need needed needs never new next nine often one own past per percent put puts said saw say saying \
        says see seen seven several show shows six still take taken takes taking ten thing things third \
        thousand three time times told took toward two until use used uses using want wanted wants way week \
        weeks went whole within without would year years yet \
        best better good great nice really anything anyone something someone monday tuesday wednesday thursday friday saturday sunday",
    ),
    (
        "es",
        "dos tres cuatro cinco seis siete ocho nueve diez año años mes meses semana semanas día días hora horas \
        minuto minutos vez veces euros cien mil millones dijo dice decir hace hacer hecho puede pueden piden \
        pide cuenta lleva llevan quiere parte según solo aún",
    ),
    (
        "fi",
        "kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen vuosi vuotta vuoden kuukausi \
        kuukautta viikko viikkoa päivä päivää tunti tuntia minuuttia kertaa euroa prosenttia sanoo sanoi aika \
        pois noin useimmille",
    ),
    (
        "fr",
        "deux trois quatre cinq six sept huit neuf dix an ans année années mois semaine semaines jour jours \
        heure heures minute minutes fois euro euros cent mille millions dit disent fait font faire faut peut \
        peuvent reste plus moins selon depuis chaque tout toute tous toutes",
    ),
    (
        "hu",
        "két három négy öt hat hét nyolc kilenc tíz év évi évek éve hónap hét nap napok óra perc forint \
        százalék mondta mondja",
    ),
    (
        "id",
        "dua tiga empat lima enam tujuh delapan sembilan sepuluh tahun bulan minggu hari jam menit kali \
        persen rupiah kata ujar orang buah",
    ),
    (
        "it",
        "due tre quattro cinque sei sette otto nove dieci anno anni mese mesi settimana settimane giorno \
        giorni ora ore minuti volta volte euro cento mila milioni detto dice dire fatto fare può possono \
        seconda secondo ogni parte",
    ),
    (
        "nl",
        "twee drie vier vijf zes zeven acht negen tien jaar jaren maand maanden week weken dag dagen uur uren \
        minuut minuten keer euro procent miljoen zegt zei ruim gaat komt kwam staat",
    ),
    (
        "no",
        "to tre fire fem seks sju åtte ni ti år måned måneder uke uker dag dager time timer minutt minutter \
        gang ganger kroner prosent mill sa sier kom kommer gikk går får fikk tok tar",
    ),
    (
        "pl",
        "dwa dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć rok roku lat lata miesiąc miesięcy \
        miesiące tydzień tygodni dzień dni godzina godziny godzin minut minuty raz razy zł złotych procent mln \
        tys mówi powiedział powiedziała",
    ),
    (
        "pt",
        "dois duas três quatro cinco seis sete oito nove dez ano anos mês meses semana semanas dia dias hora \
        horas minutos vez vezes euros cem mil milhões disse diz dizer faz fazer feito pode podem parte durar",
    ),
    (
        "ro",
        "doi două trei patru cinci șase șapte opt nouă zece an ani anul lună luni săptămână săptămâni zi zile \
        oră ore minute dată ori lei euro procente mil milioane spus spune face față",
    ),
    (
        "ru",
        "два две три четыре пять шесть семь восемь девять десять год года году годом годы лет месяц месяца \
        месяцев неделя недели недель день дня дней час часа часов минут минуты раз раза руб рублей процент \
        процента процентов тыс млн млрд км метр метра метров сказал сказала говорит",
    ),
    (
        "sv",
        "två tre fyra fem sex sju åtta nio tio år månad månader vecka veckor dag dagar timme timmar minut \
        minuter gång gånger kronor procent miljoner sade säger känns kom kommer går gick får fick tar tog ner",
    ),
    (
        "tr",
        "iki üç dört beş altı yedi sekiz dokuz yıl yıldır yılda ay hafta gün günü saatte dakika kez kere lira \
        yüzde dedi diyor oldu olan",
    ),
    (
        "uk",
        "два дві три чотири п'ять шість сім вісім дев'ять десять рік року роки років місяць місяці місяців \
        тиждень тижні день дні днів година години годин хвилин раз рази разів грн гривень відсотків тис млн \
        км метр метра метрів сказав сказала каже",
    ),
];

/// The words of the language with this code, and the units.
pub(super) fn words(code: &str) -> impl Iterator<Item = &'static str> {
    let own = WEAK.iter().find(|(known, _)| *known == code);
    let own = own.map_or("", |(_, words)| words);
    own.split_whitespace().chain(UNITS.split(' '))
}
