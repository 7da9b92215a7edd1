"""Dated facts that rules use: countries, titles, institutions, days, memberships.

Every row says when it was true and who says so. Not for a mission's own facts
(those are its fact sheet), and not for looking words up in a text.
"""

from __future__ import annotations

from postlint.shipped import rules_folder
from postlint.tables.cities import MILLION, City, city
from postlint.tables.days import Day, days
from postlint.tables.friends import false_friends
from postlint.tables.gathered import gathered
from postlint.tables.naming import CLAIMS as NAMING
from postlint.tables.naming import Form, Naming, Territory, naming
from postlint.tables.organisations import Organisation, organisation, organisations
from postlint.tables.people import Institution, Title, institutions, not_titles, titles
from postlint.tables.places import Country, countries, country
from postlint.tables.table import Row, Table, load, names, read_table
from postlint.tables.wordlists import words

__all__ = [
    "MILLION",
    "NAMING",
    "City",
    "Country",
    "Day",
    "Form",
    "Institution",
    "Naming",
    "Organisation",
    "Row",
    "Table",
    "Territory",
    "Title",
    "city",
    "countries",
    "country",
    "days",
    "false_friends",
    "gathered",
    "institutions",
    "load",
    "names",
    "naming",
    "not_titles",
    "organisation",
    "organisations",
    "read_table",
    "rules_folder",
    "titles",
    "words",
]
