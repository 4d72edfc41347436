"""Offers from spreadsheets: opened, understood, planned row by row, applied, and written again."""
