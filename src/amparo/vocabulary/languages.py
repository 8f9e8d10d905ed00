"""Language codes (ISO 639-1) with their English names, and the script a text is written in."""

import unicodedata
from collections import Counter

# The languages in which reports on the pursued reach us; the names are those of ISO 639-1.
LANGUAGES: dict[str, str] = {
    "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bs": "Bosnian",
    "ce": "Chechen", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ka": "Georgian",
    "kk": "Kazakh", "km": "Khmer", "ko": "Korean", "ku": "Kurdish", "ky": "Kyrgyz", "lo": "Lao", "lt": "Lithuanian",
    "lv": "Latvian", "mk": "Macedonian", "mn": "Mongolian", "ms": "Malay", "my": "Burmese", "nl": "Dutch",
    "no": "Norwegian", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "rw": "Kinyarwanda", "sk": "Slovak", "sl": "Slovenian", "so": "Somali", "sq": "Albanian", "sr": "Serbian",
    "sv": "Swedish", "sw": "Swahili", "tg": "Tajik", "th": "Thai", "ti": "Tigrinya", "tk": "Turkmen", "tr": "Turkish",
    "tt": "Tatar", "ug": "Uyghur", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip

_SAMPLE = 5000


def script_of(text: str) -> str | None:
    """The script of most letters among the first 5000 characters, in Unicode's words («Latin», «Cyrillic», «Arabic», «Cjk»).

    None where there is no letter.
    """
    seen = Counter(
        unicodedata.name(letter, "").split(" ")[0].split("-")[0].title()
        for letter in text[:_SAMPLE]
        if letter.isalpha()
    )
    return seen.most_common(1)[0][0] if seen else None
