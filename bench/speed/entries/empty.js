// Nothing: what a script costs that does nothing.
