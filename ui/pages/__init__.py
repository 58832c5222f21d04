"""The pages of the web application, one module each; every page is built in a function."""
