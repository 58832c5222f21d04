"""Several documents at once: what each says, which of them hold a thing, which is silent."""
