"""Every rule that needs more than one record, one subject a module; `RULES` has those of all modules here."""

import importlib
import pkgutil

from site_builder.checking.findings import RULES

for _module in pkgutil.iter_modules(__path__, f"{__name__}."):
    importlib.import_module(_module.name)

__all__ = ["RULES"]
