"""The words that go out: how they are rendered, spelled for SMS and kept short."""
