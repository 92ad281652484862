from __future__ import annotations
from musnad.links.findings import Prediction
from musnad.links.process.foretold import foretold
from musnad.links.process.leaves import leaves
from musnad.links.process.days import interval
def find(pages, claims, against):
    return tuple(Prediction(f.claim.id, interval(*f.due), "unresolved", f.made) for f in foretold(claims, leaves(pages)))
