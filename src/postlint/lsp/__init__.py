"""The language server: what editors show of a post while it is being written.

Imported by ``postlint lsp`` alone; pygls and lsprotocol stay behind this door.
"""
