"""How sure each find is: features of the find, a logistic model of them, and cutting by it."""
