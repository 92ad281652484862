"""Who is behind each frame, through whom: what a shortened or unstated speaker points back to."""
