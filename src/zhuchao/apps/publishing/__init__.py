"""The portal's pages: home, channels and articles, drafted, published and withdrawn."""
