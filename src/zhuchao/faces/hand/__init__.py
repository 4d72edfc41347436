"""What the two web faces share: tokens, components, and how a value is shown."""
