"""A casefile as an MCP server: an assistant asks, and every answer carries the words of a page and where they stand."""
