"""What people allow: opt-outs in any words, carrier keywords, phones that are not safe."""
