"""What leaves Musnad, one module a format."""
