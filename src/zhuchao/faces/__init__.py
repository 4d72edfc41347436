"""The faces: what people and terminals see. No models, no rules."""
