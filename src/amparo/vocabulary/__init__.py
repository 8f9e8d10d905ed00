"""Controlled vocabularies as typed look-ups; the knowledge lies in ``data/``, each file with its source.

Import the module you need; nothing is read before the first call.

    acts           what was done to a person: 22 codes and finer ones
    roles          who someone is: activist, lawyer, official …
    charges        the accusations that are used as a pretext
    states         states under every name, and when they belonged to which body
    places         states, peoples, cities and regions named in a text
    agencies       security services, police, prosecutors, migration services
    organisations  non-governmental and intergovernmental bodies, courts, media, movements
    dates          the dates a text gives, as EDTF, never padded
    datelines      date and place at the head of a text
    names          names of persons across spellings and scripts
    instruments    treaties, statutes and rules of law as texts call them
    languages      language codes and scripts
    rules          what the rules of the engines go by
    phrases        the scanner that places, agencies and organisations share
    tables         reading of the data files

Their parts: gazetteer (of places), date_words, date_grammar, date_readers, date_arithmetic (of dates), letters (of names), russian.
"""

__all__ = [
    "acts", "agencies", "charges", "datelines", "dates", "instruments", "languages", "names", "organisations", "phrases", "places",
    "roles", "rules", "states", "tables",
]  # fmt: skip
