"""What can be wrong in a record: the codes, one problem with its location, and how it is printed."""

from site_builder.problems.code import Code as Code
from site_builder.problems.code import ExampleFile as ExampleFile
from site_builder.problems.code import Severity as Severity
from site_builder.problems.code import Threshold as Threshold
from site_builder.problems.code import pages_folder as pages_folder
from site_builder.problems.codes import *  # noqa: F403 (every code is a name of this package)
from site_builder.problems.excerpts import Excerpt as Excerpt
from site_builder.problems.excerpts import excerpt as excerpt
from site_builder.problems.printing import as_annotation as as_annotation
from site_builder.problems.printing import as_data as as_data
from site_builder.problems.printing import as_text as as_text
from site_builder.problems.printing import columns as columns
from site_builder.problems.printing import place as place
from site_builder.problems.printing import visible as visible
from site_builder.problems.problem import MOST_OF_A_FILE as MOST_OF_A_FILE
from site_builder.problems.problem import Problem as Problem
from site_builder.problems.problem import beyond as beyond
from site_builder.problems.problem import bounded as bounded
from site_builder.problems.problem import identity as identity
from site_builder.problems.problem import without as without
