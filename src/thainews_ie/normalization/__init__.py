"""Forms for a database beside the written ones: one string for one office, body or award.

Every function here is pure: strings in, strings out, whatever the string. What the tables and
the context do not settle stays as it was written, with its spelling and white space put right.
"""

from thainews_ie.normalization.awards import canonical_award
from thainews_ie.normalization.organisations import canonical_organisation
from thainews_ie.normalization.titles import CanonicalTitle, canonical_title

__all__ = ["CanonicalTitle", "canonical_award", "canonical_organisation", "canonical_title"]
