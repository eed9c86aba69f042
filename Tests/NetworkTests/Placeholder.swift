// tests arrive with the branch
