"""The commands of `musnad`, one module each; `musnad.cli` puts them together."""
