"""The rooms: one package a stage, each with its code, its rules and its lexicons. Rooms never import rooms."""
