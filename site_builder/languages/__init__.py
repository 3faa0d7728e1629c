"""Texts in the reader's language: English is written in the code, every other language is a catalogue beside this file.

A language is a folder named by its code (`fr`), with its translations in `messages.po`. `make messages` gathers what
is to be translated in `messages.pot`.
"""

from site_builder.languages.messages import FOLDER, Message, direction, say, say_n, translate, translations

__all__ = ["FOLDER", "Message", "direction", "say", "say_n", "translate", "translations"]
