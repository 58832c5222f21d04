"""What a question asks: typed words made plain, the documents it names, the kind of answer it wants."""
