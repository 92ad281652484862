"""A casefile in the browser: pages made on the server, of text that is data and never markup, for one machine first."""
